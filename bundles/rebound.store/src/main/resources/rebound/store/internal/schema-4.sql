-- Version 4: indexes of events for each order of the log, without the id, which costs each import; what the columns
-- hold, for going through them downwards.

DROP INDEX event_occurred;
DROP INDEX event_address;
DROP INDEX event_campaign;
DROP INDEX event_reason;
CREATE INDEX event_occurred ON event (occurred DESC);
CREATE INDEX event_address ON event (address, occurred DESC);
CREATE INDEX event_campaign ON event (campaign, occurred DESC);
CREATE INDEX event_reason ON event (reason, occurred DESC);
CREATE INDEX event_mail_host ON event (mail_host, occurred DESC);
CREATE INDEX address_down ON address (address DESC);
CREATE INDEX campaign_down ON campaign (id DESC);
CREATE INDEX campaign_origin ON campaign (origin);

CREATE TABLE mail_host (
	name VARCHAR(255)${c} NOT NULL CONSTRAINT mail_host_key PRIMARY KEY
);
CREATE INDEX mail_host_down ON mail_host (name DESC);
INSERT INTO mail_host (name) SELECT DISTINCT mail_host FROM event;
