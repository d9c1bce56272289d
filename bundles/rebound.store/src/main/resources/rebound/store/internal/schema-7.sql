-- Version 7: what made the import of customers slow: a row for each word that a customer is found by, and an index.

DROP TABLE customer_word;
ALTER TABLE customer DROP COLUMN search RESTRICT;

-- emails: all addresses of the customer, in order; the table of addresses needs no index by customer then.
ALTER TABLE customer ADD COLUMN emails VARCHAR(20000);
DROP INDEX customer_address_customer;

-- segment: in which segment the customer's words are; where a customer is named elsewhere, that is of the past.
ALTER TABLE customer ADD COLUMN segment ${bin16};

-- The words of some thousand customers. live: how many of these have their words here still.
CREATE TABLE word_segment (
	id ${bin16} NOT NULL CONSTRAINT word_segment_key PRIMARY KEY,
	first_customer VARCHAR(200)${c} NOT NULL,
	live INT NOT NULL,
	customers ${bytes} NOT NULL
);
CREATE INDEX word_segment_order ON word_segment (first_customer, id);
CREATE INDEX word_segment_live ON word_segment (live);

CREATE TABLE word_block (
	segment ${bin16} NOT NULL,
	last_word ${key} NOT NULL,
	content ${block} NOT NULL,
	CONSTRAINT word_block_key PRIMARY KEY (segment, last_word)
);
