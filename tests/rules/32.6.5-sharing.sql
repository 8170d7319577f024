-- What the log says of results that were passed on, which no rule can test.
-- says: The log has 3 rows of other actions than searches (PRINT 2, EXPORT 1).

INSERT INTO new_event (name, user, at, action, is_search) VALUES ('e1', 'amoss', '2023-01-10 10:00:00', 'Print', 0);
INSERT INTO new_event (name, user, at, action, is_search) VALUES ('e2', 'amoss', '2023-01-10 11:00:00', ' PRINT', 0);  -- the same action
INSERT INTO new_event (name, user, at, action, is_search) VALUES ('e3', 'bkeel', '2023-01-10 12:00:00', 'Export', 0);
INSERT INTO new_event (name, user, at, action) VALUES ('e4', 'bkeel', '2023-01-10 13:00:00', 'Search');               -- a search is none
INSERT INTO new_event (name, user, at, action, is_search, utc_offset) VALUES ('e5', 'amoss', '2023-06-01 00:00:00', 'Print', 0, -240);  -- after the period
