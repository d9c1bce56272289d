-- Rows of the table that version 4 brought; it fills it itself from events that were there before.
INSERT INTO mail_host (name) VALUES ('another.example');
