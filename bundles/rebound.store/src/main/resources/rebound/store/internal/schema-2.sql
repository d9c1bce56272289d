-- Version 2: how far mailboxes were read.

CREATE TABLE mailbox (
	source VARCHAR(60)${c} NOT NULL,
	folder VARCHAR(500)${c} NOT NULL,
	validity BIGINT NOT NULL,
	last_uid BIGINT NOT NULL,
	CONSTRAINT mailbox_key PRIMARY KEY (source, folder)
);

-- waiting: whether the mail is still to be marked, moved or deleted on the server.
CREATE TABLE mailbox_mail (
	source VARCHAR(60)${c} NOT NULL,
	folder VARCHAR(500)${c} NOT NULL,
	validity BIGINT NOT NULL,
	uid VARCHAR(100)${c} NOT NULL,
	noted BIGINT NOT NULL,
	waiting SMALLINT NOT NULL,
	CONSTRAINT mailbox_mail_key PRIMARY KEY (source, folder, validity, uid)
);
