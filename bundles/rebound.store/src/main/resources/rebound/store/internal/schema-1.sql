-- Version 1. Times are milliseconds since 1970-01-01T00:00Z; ids are hashes, so keys spread.
-- ${bin16}, ${bin32}, ${blob} are byte strings, ${c} asks for comparison by code point; the dialect fills them in.

CREATE TABLE schema_version (
	version INT NOT NULL CONSTRAINT schema_version_key PRIMARY KEY,
	applied BIGINT NOT NULL
);

CREATE TABLE mail (
	hash ${bin32} NOT NULL CONSTRAINT mail_key PRIMARY KEY,
	size BIGINT NOT NULL,
	received BIGINT NOT NULL,
	kind VARCHAR(12) NOT NULL,
	source VARCHAR(60) NOT NULL,
	kept BIGINT NOT NULL,
	data ${blob}
);

CREATE TABLE event (
	id ${bin16} NOT NULL CONSTRAINT event_key PRIMARY KEY,
	address VARCHAR(320)${c} NOT NULL,
	domain VARCHAR(255)${c} NOT NULL,
	mail_host VARCHAR(255)${c} NOT NULL,
	occurred BIGINT NOT NULL,
	received BIGINT NOT NULL,
	sent BIGINT,
	campaign VARCHAR(64)${c},
	attribution VARCHAR(20),
	subject VARCHAR(500),
	kind VARCHAR(12) NOT NULL,
	type VARCHAR(4) NOT NULL,
	reason VARCHAR(20)${c} NOT NULL,
	fault VARCHAR(10) NOT NULL,
	track VARCHAR(10) NOT NULL,
	rule VARCHAR(100),
	strength VARCHAR(6) NOT NULL,
	confidence SMALLINT NOT NULL,
	evidence_source VARCHAR(12),
	evidence VARCHAR(500),
	recipient VARCHAR(320),
	original_recipient VARCHAR(320),
	action VARCHAR(10),
	status VARCHAR(9),
	reply_code SMALLINT NOT NULL,
	diagnostic VARCHAR(2000),
	command VARCHAR(12),
	remote_mta VARCHAR(255),
	reporting_mta VARCHAR(255),
	message_id VARCHAR(500),
	layout VARCHAR(60),
	source VARCHAR(60) NOT NULL,
	mail ${bin32},
	person VARCHAR(6),
	return_date VARCHAR(10),
	new_address VARCHAR(320),
	successor_name VARCHAR(200),
	successor_email VARCHAR(320),
	successor_phone VARCHAR(60),
	sentence VARCHAR(1000)
);
CREATE INDEX event_occurred ON event (occurred DESC, id);
CREATE INDEX event_address ON event (address, occurred DESC, id);
CREATE INDEX event_campaign ON event (campaign, occurred DESC, id);
CREATE INDEX event_reason ON event (reason, occurred DESC, id);

-- due: when the address is to be judged next; 0 at once. revision: counts what happened to it.
CREATE TABLE address (
	address VARCHAR(320)${c} NOT NULL CONSTRAINT address_key PRIMARY KEY,
	due BIGINT,
	revision INT NOT NULL,
	state VARCHAR(10)${c} NOT NULL,
	since BIGINT,
	hold_until BIGINT,
	review_at BIGINT,
	recommendation VARCHAR(15),
	rule VARCHAR(20),
	reason VARCHAR(20),
	grounds_count INT,
	grounds_first BIGINT,
	grounds_last BIGINT,
	grounds_event ${bin16},
	decision VARCHAR(64),
	score SMALLINT NOT NULL,
	is_protected SMALLINT NOT NULL,
	policy VARCHAR(64),
	strong INT NOT NULL,
	weak INT NOT NULL,
	domain INT NOT NULL,
	quota INT NOT NULL,
	transients INT NOT NULL,
	complaint INT NOT NULL,
	hard_ever INT NOT NULL,
	soft_ever INT NOT NULL,
	quota_ever INT NOT NULL,
	policy_ever INT NOT NULL,
	total_ever INT NOT NULL,
	campaigns_bounced INT NOT NULL,
	campaigns_since_success INT NOT NULL,
	first_bounce BIGINT,
	last_bounce BIGINT,
	last_success BIGINT,
	last_success_kind VARCHAR(10),
	last_campaign VARCHAR(64)
);
CREATE INDEX address_due ON address (due);
CREATE INDEX address_state ON address (state, address);

CREATE TABLE campaign (
	id VARCHAR(64)${c} NOT NULL CONSTRAINT campaign_key PRIMARY KEY,
	name VARCHAR(500),
	subject VARCHAR(500),
	sender VARCHAR(320)${c},
	sent BIGINT,
	sent_count BIGINT NOT NULL,
	origin VARCHAR(10) NOT NULL,
	halt VARCHAR(10) NOT NULL,
	halt_due SMALLINT NOT NULL,
	recipients_known SMALLINT NOT NULL
);

CREATE INDEX campaign_sender ON campaign (sender);

CREATE TABLE sent_mail (
	campaign VARCHAR(64)${c} NOT NULL,
	address VARCHAR(320)${c} NOT NULL,
	message_id VARCHAR(500)${c},
	sent BIGINT,
	CONSTRAINT sent_mail_key PRIMARY KEY (campaign, address)
);
CREATE INDEX sent_mail_message_id ON sent_mail (message_id);
CREATE INDEX sent_mail_address ON sent_mail (address);

CREATE TABLE life_sign (
	address VARCHAR(320)${c} NOT NULL,
	kind VARCHAR(10) NOT NULL,
	happened BIGINT NOT NULL,
	source VARCHAR(200),
	CONSTRAINT life_sign_key PRIMARY KEY (address, kind, happened)
);

CREATE TABLE decision (
	id VARCHAR(64)${c} NOT NULL CONSTRAINT decision_key PRIMARY KEY,
	address VARCHAR(320)${c} NOT NULL,
	action VARCHAR(10) NOT NULL,
	decided BIGINT NOT NULL,
	by_whom VARCHAR(200) NOT NULL,
	batch VARCHAR(64)${c},
	rule VARCHAR(20),
	reason VARCHAR(20),
	grounds_count INT,
	grounds_first BIGINT,
	grounds_last BIGINT,
	grounds_event ${bin16},
	policy VARCHAR(64),
	undoes VARCHAR(64)${c},
	note VARCHAR(1000)
);
CREATE INDEX decision_address ON decision (address, decided);
CREATE INDEX decision_at ON decision (decided DESC, id);
CREATE INDEX decision_batch ON decision (batch);

CREATE TABLE customer (
	id VARCHAR(200)${c} NOT NULL CONSTRAINT customer_key PRIMARY KEY,
	external_id VARCHAR(200),
	crm_record_id VARCHAR(200),
	salutation VARCHAR(100),
	first_name VARCHAR(200),
	last_name VARCHAR(200),
	full_name VARCHAR(400),
	job_title VARCHAR(200),
	company VARCHAR(400),
	department VARCHAR(200),
	account_id VARCHAR(200),
	owner VARCHAR(200),
	owner_email VARCHAR(320),
	language VARCHAR(35),
	customer_value DOUBLE PRECISION,
	customer_class VARCHAR(100),
	customer_since VARCHAR(10),
	last_order VARCHAR(10),
	consent_status VARCHAR(100),
	phone VARCHAR(100),
	mobile VARCHAR(100),
	street VARCHAR(400),
	postal_code VARCHAR(40),
	city VARCHAR(200),
	region VARCHAR(200),
	country_code VARCHAR(10),
	website VARCHAR(500),
	is_protected SMALLINT NOT NULL,
	other VARCHAR(20000),
	search VARCHAR(4000)${c} NOT NULL
);

CREATE TABLE customer_address (
	address VARCHAR(320)${c} NOT NULL,
	customer VARCHAR(200)${c} NOT NULL,
	domain VARCHAR(255)${c} NOT NULL,
	email VARCHAR(320) NOT NULL,
	position INT NOT NULL,
	CONSTRAINT customer_address_key PRIMARY KEY (address, customer)
);
CREATE INDEX customer_address_customer ON customer_address (customer);
CREATE INDEX customer_address_domain ON customer_address (domain, customer);

CREATE TABLE customer_word (
	word VARCHAR(100)${c} NOT NULL,
	customer VARCHAR(200)${c} NOT NULL,
	CONSTRAINT customer_word_key PRIMARY KEY (word, customer)
);
CREATE INDEX customer_word_customer ON customer_word (customer);

-- What stays of an erased address that was blocked: a keyed hash.
CREATE TABLE tombstone (
	hash VARCHAR(64)${c} NOT NULL CONSTRAINT tombstone_key PRIMARY KEY,
	reason VARCHAR(20),
	erased BIGINT NOT NULL
);

CREATE TABLE secret (
	name VARCHAR(60)${c} NOT NULL CONSTRAINT secret_key PRIMARY KEY,
	content ${bin32} NOT NULL
);
