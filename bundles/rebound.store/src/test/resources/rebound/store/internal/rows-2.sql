-- Rows of the tables that version 2 brought.
INSERT INTO mailbox (source, folder, validity, last_uid) VALUES ('box', 'INBOX', 11, 7);
INSERT INTO mailbox_mail (source, folder, validity, uid, noted, waiting) VALUES ('box', 'INBOX', 11, '7', 1767600000000, 1);
