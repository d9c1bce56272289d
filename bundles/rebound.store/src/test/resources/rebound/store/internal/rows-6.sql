-- Rows of the table that version 6 brought.
INSERT INTO past_event (id, address, mail_host, occurred, campaign, message_id, action, kind, type, reason, fault, track, strength, person) VALUES (X'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'bert@domain.example', 'domain.example', 1577836800000, NULL, '<old@shop.example>', 'failed', 'bounce', 'soft', 'mailboxfull', 'recipient', 'quota', 'weak', NULL);
