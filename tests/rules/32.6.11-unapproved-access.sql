-- A known user searches after approval, the day of approval included.
-- expect: l0 | approved 2023-01-11
-- expect: n1 | no approval

INSERT INTO new_person (user, last, first, approved) VALUES ('late', 'Late', 'Lee', '2023-01-11');
INSERT INTO new_event (name, user, at) VALUES ('l0', 'late', '2023-01-10 23:59:59');                              -- breaks: approved a day later
INSERT INTO new_event (name, user, at) VALUES ('l1', 'late', '2023-01-11 00:00:00');                              -- near miss: approved the same day
INSERT INTO new_person (user, last, first, trained) VALUES ('none', 'None', 'Nia', '2022-01-01');
INSERT INTO new_assignment (user, unit, authorized) VALUES ('none', 'CIU', 1);
INSERT INTO new_event (name, user, at) VALUES ('n1', 'none', '2023-01-10 10:00:00');                              -- breaks: the unit is no approval
INSERT INTO new_event (name, user, at, is_search, action) VALUES ('n2', 'none', '2023-01-10 10:00:00', 0, 'LOGIN');  -- near miss: no search
INSERT INTO new_event (name, user, at, utc_offset) VALUES ('n3', 'none', '2022-05-31 23:59:59', -240);            -- near miss: before the period
INSERT INTO new_event (name, user, at) VALUES ('g1', 'ghost', '2023-01-10 10:00:00');                             -- near miss: no known user
INSERT INTO new_event (name, user, at) VALUES ('a1', 'harbor\amoss', '2023-01-10 10:00:00');                      -- near miss: a second account of an approved member
