-- Version 5: the policies that decided, and what the DNS said of domains.

-- chosen: when the user put it in force; the latest one is. Empty for one that only decided.
CREATE TABLE policy_version (
	version VARCHAR(64)${c} NOT NULL CONSTRAINT policy_version_key PRIMARY KEY,
	settings VARCHAR(8000) NOT NULL,
	first_used BIGINT NOT NULL,
	chosen BIGINT,
	chosen_by VARCHAR(200)
);

CREATE TABLE domain_check (
	domain VARCHAR(255)${c} NOT NULL,
	checked BIGINT NOT NULL,
	state VARCHAR(10) NOT NULL,
	CONSTRAINT domain_check_key PRIMARY KEY (domain, checked)
);
