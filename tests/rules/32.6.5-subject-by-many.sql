-- No person is selected by four users in more than one case.
-- expect: a1 | 4 users
-- expect: e1 | 4 users

INSERT INTO candidate VALUES ('Doe, Jane', 'doe jane', NULL, NULL), ('JANE DOE', 'doe jane', NULL, NULL), ('Roe, Rex', 'rex roe', NULL, NULL), ('Foe, Jim', 'foe jim', NULL, NULL), ('Poe, Ed', 'ed poe', NULL, NULL), ('?', '', NULL, NULL);
INSERT INTO new_person (user, last, first) VALUES ('cthird', 'Third', 'Cy');
INSERT INTO new_row (number, day) VALUES ('23-1', '2023-01-10'), ('23-2', '2023-01-10');
INSERT INTO new_reading (number, meaning) VALUES ('23-1', 'use'), ('23-2', 'use');
INSERT INTO new_event (name, user, at, candidate) VALUES ('a1', 'amoss', '2023-01-10 10:00:00', 'Doe, Jane'), ('a2', 'bkeel', '2023-01-11 10:00:00', 'JANE DOE'), ('a3', 'cthird', '2023-01-12 10:00:00', 'Doe, Jane');
INSERT INTO new_event (name, user, at, candidate) VALUES ('a4', 'ghost', '2023-01-13 10:00:00', 'Doe, Jane');                                   -- breaks: the fourth user
INSERT INTO new_event (name, user, at, candidate) VALUES ('b1', 'amoss', '2023-01-10 10:00:00', 'Roe, Rex'), ('b2', 'bkeel', '2023-01-11 10:00:00', 'Roe, Rex'), ('b3', 'cthird', '2023-01-12 10:00:00', 'Roe, Rex');
INSERT INTO new_event (name, user, at, candidate) VALUES ('b4', 'harbor\amoss', '2023-01-13 10:00:00', 'Roe, Rex');                              -- near miss: a second account of the first
INSERT INTO new_event (name, user, at, candidate, withheld) VALUES ('b5', 'ghost', '2023-01-13 10:00:00', 'Roe, Rex', 'candidate');               -- near miss: withheld
INSERT INTO new_event (name, user, at, candidate, utc_offset) VALUES ('b6', 'ghost', '2023-06-02 10:00:00', 'Roe, Rex', -240);                    -- near miss: after the period
INSERT INTO new_event (name, user, at, candidate, report) SELECT 'c' || account, user_key, '2023-01-14 10:00:00', 'Foe, Jim', '23-1' FROM account; -- near miss: all in the searches of one report
INSERT INTO new_event (name, user, at, candidate) SELECT 'd' || account, user_key, '2023-01-14 11:00:00', '?' FROM account;                       -- near miss: no name
INSERT INTO new_event (name, user, at, candidate, report) VALUES ('e1', 'amoss', '2023-01-10 10:00:00', 'Poe, Ed', '23-1'), ('e2', 'bkeel', '2023-01-11 10:00:00', 'Poe, Ed', '23-1'), ('e3', 'cthird', '2023-01-12 10:00:00', 'Poe, Ed', '23-1');
INSERT INTO new_event (name, user, at, candidate, report) VALUES ('e4', 'ghost', '2023-01-12 10:00:00', 'Poe, Ed', '23-2');                       -- breaks: in the searches of two reports
