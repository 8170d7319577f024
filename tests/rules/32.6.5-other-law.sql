-- What the records say of purposes that other law or policy may forbid, which no rule can test.
-- says: Searches whose reason says another purpose that is not one of the four: 1 of 3 whose reason was understood (unauthorized-purpose).

INSERT INTO reason (text, purpose, detail, words) VALUES ('permit check', 'unauthorized', 'other', 'permit');
INSERT INTO new_event (name, user, at, reason) VALUES ('e1', 'amoss', '2023-01-10 10:00:00', 'permit check');      -- counted
INSERT INTO new_event (name, user, at, reason) VALUES ('e2', 'amoss', '2023-01-10 10:00:00', 'my new neighbour');  -- personal: another clause
INSERT INTO new_event (name, user, at, reason) VALUES ('e3', 'amoss', '2023-01-10 10:00:00', 'follow up');         -- unstated: understood, and says none
INSERT INTO new_event (name, user, at, reason) VALUES ('e4', 'amoss', '2023-01-10 10:00:00', 'yellow sheet');      -- not understood: in neither figure
