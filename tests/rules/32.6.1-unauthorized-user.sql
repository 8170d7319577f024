-- Nobody without an authorised unit or an approval on the day of the search; nobody who is not in the personnel file.
-- expect: g1 | not in the personnel file
-- expect: p1 | no authorised unit, no approval
-- expect: l0
-- expect: m2
-- expect: j0
-- expect: r2

INSERT INTO new_event (name, user, at) VALUES ('g1', 'ghost', '2023-01-10 10:00:00');                      -- breaks: in no personnel file
INSERT INTO new_event (name, user, at, is_search, action) VALUES ('g2', 'ghost', '2023-01-10 10:00:00', 0, 'LOGIN');  -- near miss: no search
INSERT INTO new_event (name, user, at, utc_offset) VALUES ('g3', 'ghost', '2022-05-31 23:59:59', -240);    -- near miss: before the period
INSERT INTO new_event (name, user, at) VALUES ('a1', 'harbor\amoss', '2023-01-10 10:00:00');               -- near miss: a member's second account

INSERT INTO new_person (user, last, first) VALUES ('patrol', 'Lund', 'Pat');
INSERT INTO new_assignment (user, unit, from_day, authorized) VALUES ('patrol', 'Patrol', '2022-01-01', 0);
INSERT INTO new_event (name, user, at) VALUES ('p1', 'patrol', '2023-01-10 10:00:00');                     -- breaks: another unit, no approval

INSERT INTO new_person (user, last, first, approved) VALUES ('late', 'Late', 'Lee', '2023-01-11');
INSERT INTO new_event (name, user, at) VALUES ('l0', 'late', '2023-01-10 23:59:59');                       -- breaks: approved a day later
INSERT INTO new_event (name, user, at) VALUES ('l1', 'late', '2023-01-11 00:00:00');                       -- near miss: approved the same day

INSERT INTO new_person (user, last, first) VALUES ('mover', 'Mow', 'Max');
INSERT INTO new_assignment (user, unit, from_day, to_day, authorized) VALUES ('mover', 'CIU', '2022-01-01', '2023-01-10', 1);
INSERT INTO new_assignment (user, unit, from_day, authorized) VALUES ('mover', 'Patrol', '2023-01-11', 0);
INSERT INTO new_event (name, user, at) VALUES ('m1', 'mover', '2023-01-10 23:59:59');                      -- near miss: last day in the unit
INSERT INTO new_event (name, user, at) VALUES ('m2', 'mover', '2023-01-11 00:00:00');                      -- breaks: the day after it

INSERT INTO new_person (user, last, first) VALUES ('joiner', 'Jay', 'Jo');
INSERT INTO new_assignment (user, unit, from_day, authorized) VALUES ('joiner', 'CIU', '2023-01-10', 1);
INSERT INTO new_event (name, user, at) VALUES ('j0', 'joiner', '2023-01-09 23:59:59');                     -- breaks: the day before the first
INSERT INTO new_event (name, user, at) VALUES ('j1', 'joiner', '2023-01-10 00:00:00');                     -- near miss: first day in the unit

INSERT INTO new_person (user, last, first) VALUES ('twice', 'Two', 'Tia');
INSERT INTO new_assignment (user, unit, to_day, authorized) VALUES ('twice', 'CIU', '2022-12-31', 1);
INSERT INTO new_assignment (user, unit, from_day, authorized) VALUES ('twice', 'CIU', '2023-02-01', 1);
INSERT INTO new_event (name, user, at) VALUES ('r1', 'twice', '2022-12-31 12:00:00');                      -- near miss: the beginning is not stated
INSERT INTO new_event (name, user, at) VALUES ('r2', 'twice', '2023-01-15 12:00:00');                      -- breaks: between two assignments
INSERT INTO new_event (name, user, at) VALUES ('r3', 'twice', '2023-05-31 23:59:59');                      -- near miss: the end is not stated
