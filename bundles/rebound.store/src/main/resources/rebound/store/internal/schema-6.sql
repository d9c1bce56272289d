-- Version 6: an address that is new is to be judged at once; PostgreSQL walks an index in both directions.

ALTER TABLE address ALTER COLUMN due SET DEFAULT 0;
ALTER TABLE address ALTER COLUMN revision SET DEFAULT 0;
ALTER TABLE address ALTER COLUMN state SET DEFAULT 'active';
ALTER TABLE address ALTER COLUMN score SET DEFAULT 0;
ALTER TABLE address ALTER COLUMN is_protected SET DEFAULT 0;
ALTER TABLE address ALTER COLUMN strong SET DEFAULT 0;
ALTER TABLE address ALTER COLUMN weak SET DEFAULT 0;
ALTER TABLE address ALTER COLUMN domain SET DEFAULT 0;
ALTER TABLE address ALTER COLUMN quota SET DEFAULT 0;
ALTER TABLE address ALTER COLUMN transients SET DEFAULT 0;
ALTER TABLE address ALTER COLUMN complaint SET DEFAULT 0;
ALTER TABLE address ALTER COLUMN hard_ever SET DEFAULT 0;
ALTER TABLE address ALTER COLUMN soft_ever SET DEFAULT 0;
ALTER TABLE address ALTER COLUMN quota_ever SET DEFAULT 0;
ALTER TABLE address ALTER COLUMN policy_ever SET DEFAULT 0;
ALTER TABLE address ALTER COLUMN total_ever SET DEFAULT 0;
ALTER TABLE address ALTER COLUMN campaigns_bounced SET DEFAULT 0;
ALTER TABLE address ALTER COLUMN campaigns_since_success SET DEFAULT 0;

--only postgresql
DROP INDEX address_down;
--only postgresql
DROP INDEX campaign_down;
--only postgresql
DROP INDEX mail_host_down;
-- room to change a row where it is
--only postgresql
ALTER TABLE address SET (fillfactor = 80);

-- What counts of an event when retention has removed it: no text, nothing of its mail.
CREATE TABLE past_event (
	id ${bin16} NOT NULL CONSTRAINT past_event_key PRIMARY KEY,
	address VARCHAR(320)${c} NOT NULL,
	mail_host VARCHAR(255)${c} NOT NULL,
	occurred BIGINT NOT NULL,
	campaign VARCHAR(64)${c},
	message_id VARCHAR(500),
	action VARCHAR(10),
	kind VARCHAR(12) NOT NULL,
	type VARCHAR(4) NOT NULL,
	reason VARCHAR(20) NOT NULL,
	fault VARCHAR(10) NOT NULL,
	track VARCHAR(10) NOT NULL,
	strength VARCHAR(6) NOT NULL,
	person VARCHAR(6)
);
CREATE INDEX past_event_address ON past_event (address);
CREATE INDEX past_event_campaign ON past_event (campaign);

-- What came back of a campaign, as last counted. counts_due: 1 when something has changed since.
ALTER TABLE campaign ADD COLUMN hard BIGINT NOT NULL DEFAULT 0;
ALTER TABLE campaign ADD COLUMN soft BIGINT NOT NULL DEFAULT 0;
ALTER TABLE campaign ADD COLUMN delays BIGINT NOT NULL DEFAULT 0;
ALTER TABLE campaign ADD COLUMN complaints BIGINT NOT NULL DEFAULT 0;
ALTER TABLE campaign ADD COLUMN others BIGINT NOT NULL DEFAULT 0;
ALTER TABLE campaign ADD COLUMN counts_due SMALLINT NOT NULL DEFAULT 1;
CREATE INDEX campaign_counts_due ON campaign (counts_due);
CREATE INDEX campaign_halt_due ON campaign (halt_due);
