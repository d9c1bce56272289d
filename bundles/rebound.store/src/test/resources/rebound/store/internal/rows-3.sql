-- Rows of the tables that version 3 brought.
INSERT INTO follow_up (customer, owner, due, note, outcome, changed, by_whom) VALUES ('1', 'Nora', '2026-02-03', 'call on Monday', NULL, 1767600000000, 'anna');
INSERT INTO customer_change (id, batch, customer, kind, old_value, new_value, source, evidence, state, accepted, by_whom, settled, found_instead) VALUES ('c-1', 'b-1', '1', 'email', 'Anna@domain.example', 'new@domain.example', 'successor', 'Anna has left.', 'pending', 1767600000000, 'anna', NULL, NULL);
