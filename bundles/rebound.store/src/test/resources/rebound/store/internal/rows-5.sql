-- Rows of the tables that version 5 brought.
INSERT INTO policy_version (version, settings, first_used, chosen, chosen_by) VALUES ('v1', 'automatic=true', 1767600000000, 1767600000000, 'anna');
INSERT INTO domain_check (domain, checked, state) VALUES ('domain.example', 1767600000000, 'dead');
