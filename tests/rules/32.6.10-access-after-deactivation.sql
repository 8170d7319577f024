-- No log row, search or not, on a day after access was deactivated.
-- expect: e2 | 1 day after
-- expect: e3
-- expect: n1

INSERT INTO new_person (user, last, first, deactivated) VALUES ('ended', 'Ended', 'Ed', '2023-01-10');
INSERT INTO new_event (name, user, at) VALUES ('e1', 'ended', '2023-01-10 23:59:59');                                    -- near miss: the day itself
INSERT INTO new_event (name, user, at) VALUES ('e2', 'ended', '2023-01-11 00:00:00');                                    -- breaks: the day after
INSERT INTO new_event (name, user, at, is_search, action) VALUES ('e3', 'ended', '2023-02-12 08:00:00', 0, 'LOGIN');     -- breaks: a row that is no search
INSERT INTO new_event (name, user, at) VALUES ('e4', 'amoss', '2023-02-12 08:00:00');                                    -- near miss: never deactivated
INSERT INTO new_person (user, last, first, deactivated) VALUES ('anew', 'Anew', 'Ann', '2022-09-01');
INSERT INTO new_assignment (user, approved) VALUES ('anew', '2023-02-01');
INSERT INTO new_event (name, user, at) VALUES ('n1', 'anew', '2023-01-31 10:00:00');                                     -- breaks: before the new approval
INSERT INTO new_event (name, user, at) VALUES ('n2', 'anew', '2023-02-01 10:00:00');                                     -- near miss: approved anew
INSERT INTO new_person (user, last, first, deactivated) VALUES ('unit', 'Unit', 'Una', '2022-09-01');
INSERT INTO new_assignment (user, from_day, authorized) VALUES ('unit', '2022-10-01', 1);
INSERT INTO new_event (name, user, at) VALUES ('n3', 'unit', '2023-01-31 10:00:00');                                     -- near miss: back in an authorised unit
