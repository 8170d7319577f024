-- Searches alone.
-- says: The log has no other actions than searches.

INSERT INTO new_event (name, user, at, action) VALUES ('e1', 'amoss', '2023-01-10 10:00:00', 'Search');
