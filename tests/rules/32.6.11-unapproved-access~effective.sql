-- Whoever had access before the directive took effect is no new user.
-- expect: n1

INSERT INTO setting VALUES ('agency', 'effective', '2022-07-01');
INSERT INTO new_person (user, last, first) VALUES ('new', 'New', 'Nan'), ('log', 'Log', 'Lee'), ('unit', 'Unit', 'Una'), ('late', 'Late', 'Lou');
INSERT INTO new_assignment (user, unit, from_day, authorized) VALUES ('unit', 'Criminal Investigations Unit', '2022-06-30', 1);
INSERT INTO new_assignment (user, unit, from_day, authorized) VALUES ('new', 'Patrol', '2020-01-01', 0);
INSERT INTO new_event (name, user, at) VALUES ('l0', 'log', '2022-05-01 10:00:00');
INSERT INTO new_event (name, user, at) VALUES ('n1', 'new', '2023-01-10 10:00:00');     -- breaks: a unit that gives no access
INSERT INTO new_event (name, user, at) VALUES ('l1', 'log', '2023-01-10 10:00:00');     -- near miss: the log has an earlier row
INSERT INTO new_event (name, user, at) VALUES ('u1', 'unit', '2023-01-10 10:00:00');    -- near miss: in the unit the day before
INSERT INTO account (user_id, user_key, withheld) VALUES ('***', '***', 1);
INSERT INTO new_event (name, user, at) VALUES ('w0', '***', '2022-05-01 10:00:00'), ('g0', 'ghost', '2022-05-01 10:00:00');  -- near miss: rows of nobody in the personnel file are nobody's access
