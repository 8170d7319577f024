-- Of seven accounts with a row in the period four are in no personnel file: too many for a file that is whole.
-- expect: ghost | 1 row
-- expect: u1 | 2 rows
-- expect: u2
-- expect: u3

INSERT INTO account (account, user_id, user_key, user_name, person) VALUES (11, 'u1', 'u1', 'Uma One', NULL), (12, 'u2', 'u2', NULL, NULL), (13, 'u3', 'u3', NULL, NULL), (14, 'u4', 'u4', NULL, NULL);
INSERT INTO new_event (name, user, at) VALUES ('e1', 'amoss', '2023-01-10 10:00:00'), ('e2', 'bkeel', '2023-01-10 10:00:00');        -- near miss: in the file
INSERT INTO new_event (name, user, at) VALUES ('e3', 'harbor\amoss', '2023-01-10 10:00:00');                                         -- near miss: a second account of somebody in it
INSERT INTO new_event (name, user, at) VALUES ('e4', 'ghost', '2023-01-10 10:00:00'), ('e5', 'u2', '2023-01-10 10:00:00');           -- breaks: two of four
INSERT INTO new_event (name, user, at) VALUES ('e6', 'u1', '2023-01-10 10:00:00');
INSERT INTO new_event (name, user, at, is_search, action) VALUES ('e7', 'u1', '2023-01-11 10:00:00', 0, 'LOGIN');                    -- near miss: with u3 only two, were it not for the others
INSERT INTO new_event (name, user, at) VALUES ('e8', 'u3', '2023-01-10 10:00:00');
INSERT INTO new_event (name, user, at, utc_offset) VALUES ('e9', 'u4', '2022-05-31 10:00:00', -240);                                 -- near miss: no row in the period
