-- The administrator's account did not search.
-- expect: amoss | 2 searches

INSERT INTO setting VALUES ('agency', 'administrator', 'AMOSS');
INSERT INTO new_event (name, user, at) VALUES ('e1', 'amoss', '2023-01-10 10:00:00'), ('e2', 'amoss', '2023-01-11 10:00:00');   -- breaks: searched
INSERT INTO new_event (name, user, at) VALUES ('e3', 'bkeel', '2023-01-10 10:00:00');                                            -- near miss: somebody else
INSERT INTO new_event (name, user, at, is_search, action) VALUES ('e4', 'amoss', '2023-01-10 11:00:00', 0, 'LOGIN');             -- near miss: no search
INSERT INTO new_event (name, user, at, utc_offset) VALUES ('e5', 'amoss', '2023-06-02 10:00:00', -240);                          -- near miss: after the period
