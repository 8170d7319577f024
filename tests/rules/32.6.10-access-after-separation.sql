-- No log row, search or not, on a day after the day of separation.
-- expect: e2 | 1 day after
-- expect: e3
-- expect: e4
-- expect: r1
-- expect: r2 | 181 days after

INSERT INTO new_person (user, last, first, separated) VALUES ('gone', 'Gone', 'Gil', '2023-01-10');
INSERT INTO new_event (name, user, at) VALUES ('e1', 'gone', '2023-01-10 23:59:59');                                     -- near miss: the day itself
INSERT INTO new_event (name, user, at) VALUES ('e2', 'gone', '2023-01-11 00:00:00');                                     -- breaks: the day after
INSERT INTO new_event (name, user, at, is_search, action) VALUES ('e3', 'gone', '2023-01-12 08:00:00', 0, 'LOGIN');      -- breaks: a row that is no search
INSERT INTO account (account, user_id, user_key, person) VALUES (20, 'HARBOR\gone', 'harbor\gone', (SELECT person FROM person WHERE user_id = 'gone'));
INSERT INTO new_event (name, user, at) VALUES ('e4', 'harbor\gone', '2023-01-12 08:00:00');                              -- breaks: a second account
INSERT INTO new_event (name, user, at, utc_offset) VALUES ('e5', 'gone', '2023-06-01 00:00:00', -240);                   -- near miss: after the period
INSERT INTO new_event (name, user, at) VALUES ('e6', 'amoss', '2023-01-12 08:00:00');                                    -- near miss: never left
INSERT INTO new_event (name, user, at) VALUES ('e7', 'ghost', '2023-01-12 08:00:00');                                    -- near miss: whether they left is unknown

INSERT INTO new_person (user, last, first, separated) VALUES ('back', 'Back', 'Bob', '2022-08-31');
INSERT INTO new_assignment (user, from_day, separated) VALUES ('back', '2023-03-01', '2022-08-31');
INSERT INTO new_event (name, user, at) VALUES ('r1', 'back', '2022-12-03 10:00:00');                                     -- breaks: before the return
INSERT INTO new_event (name, user, at) VALUES ('r2', 'back', '2023-02-28 10:00:00');                                     -- breaks: the day before it
INSERT INTO new_event (name, user, at) VALUES ('r3', 'back', '2023-03-01 10:00:00');                                     -- near miss: the day of the return
INSERT INTO new_person (user, last, first, separated) VALUES ('moved', 'Moved', 'Mo', '2022-12-31');
INSERT INTO new_assignment (user, separated) VALUES ('moved', '2023-01-31');
INSERT INTO new_event (name, user, at) VALUES ('r4', 'moved', '2023-01-15 10:00:00');                                    -- near miss: a later date of separation takes the place of the first
