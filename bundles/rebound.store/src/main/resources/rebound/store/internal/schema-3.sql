-- Version 3: the work list's notes, and the changes for the customer database that the user accepted.

CREATE TABLE follow_up (
	customer VARCHAR(200)${c} NOT NULL CONSTRAINT follow_up_key PRIMARY KEY,
	owner VARCHAR(200),
	due VARCHAR(10),
	note VARCHAR(2000),
	outcome VARCHAR(10),
	changed BIGINT NOT NULL,
	by_whom VARCHAR(200) NOT NULL
);

CREATE TABLE customer_change (
	id VARCHAR(64)${c} NOT NULL CONSTRAINT customer_change_key PRIMARY KEY,
	batch VARCHAR(64)${c} NOT NULL,
	customer VARCHAR(200)${c} NOT NULL,
	kind VARCHAR(15) NOT NULL,
	old_value VARCHAR(2000),
	new_value VARCHAR(2000),
	source VARCHAR(20) NOT NULL,
	evidence VARCHAR(1000),
	state VARCHAR(10)${c} NOT NULL,
	accepted BIGINT NOT NULL,
	by_whom VARCHAR(200) NOT NULL,
	settled BIGINT,
	found_instead VARCHAR(2000)
);
CREATE INDEX customer_change_customer ON customer_change (customer);
CREATE INDEX customer_change_batch ON customer_change (batch);
CREATE INDEX customer_change_accepted ON customer_change (accepted, id);
