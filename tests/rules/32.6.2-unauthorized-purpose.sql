-- The reason states one of the four purposes.
-- expect: e1 | personal

INSERT INTO new_event (name, user, at, reason) VALUES ('e1', 'amoss', '2023-01-10 10:00:00', 'my new neighbour');  -- breaks: none of the four
INSERT INTO new_event (name, user, at, reason) VALUES ('e2', 'amoss', '2023-01-10 10:00:00', 'theft suspect');     -- near miss: one of the four
INSERT INTO new_event (name, user, at, reason) VALUES ('e3', 'amoss', '2023-01-10 10:00:00', 'follow up');         -- near miss: unstated
INSERT INTO new_event (name, user, at, reason) VALUES ('e7', 'amoss', '2023-01-10 10:00:00', 'yellow sheet');      -- near miss: words that nobody knows
INSERT INTO new_event (name, user, at) VALUES ('e4', 'amoss', '2023-01-10 10:00:00');                              -- near miss: not exported
INSERT INTO new_event (name, user, at, reason, withheld) VALUES ('e5', 'amoss', '2023-01-10 10:00:00', '***', 'reason');  -- near miss: withheld
INSERT INTO new_event (name, user, at, reason, utc_offset) VALUES ('e6', 'amoss', '2023-06-01 00:00:00', 'my new neighbour', -240);  -- near miss: after the period
