-- No column of reasons.
-- says: No reason was exported.

INSERT INTO new_event (name, user, at) VALUES ('e1', 'amoss', '2023-01-10 10:00:00');
