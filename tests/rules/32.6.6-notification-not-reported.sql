-- A report of a public-health use notes that the Chief was notified before the search.
-- expect: 23-1 | silent
-- expect: 23-2 | notice denied
-- expect: 23-3 | notice after
-- expect: 23-4 | notice untimed

INSERT INTO new_row (number, day) VALUES ('23-1', '2023-01-10'), ('23-2', '2023-01-10'), ('23-3', '2023-01-10'), ('23-4', '2023-01-10'),
  ('23-5', '2023-01-10'), ('23-6', '2023-01-10'), ('23-7', '2023-01-10'), ('23-8', '2023-01-10'), ('23-9', '2023-01-10');
INSERT INTO new_reading (number, meaning) VALUES ('23-1', 'use'), ('23-2', 'use'), ('23-3', 'use'), ('23-4', 'use'), ('23-5', 'use'), ('23-6', 'use'), ('23-8', 'use'), ('23-9', 'use');
INSERT INTO new_reading (number, meaning) VALUES ('23-2', 'notice denied'), ('23-3', 'notice after'), ('23-4', 'notice untimed');
INSERT INTO new_event (name, user, at, reason, report, session) VALUES ('e1', 'amoss', '2023-01-10 10:00:00', 'measles exposure', '23-1', 7);   -- breaks: silence
INSERT INTO new_event (name, user, at, reason, report, session) VALUES ('e2', 'amoss', '2023-01-10 10:00:09', 'measles exposure', '23-1', 7);   -- breaks: two searches, one finding
INSERT INTO new_event (name, user, at, reason, report) VALUES ('e3', 'bkeel', '2023-01-10 10:00:00', 'measles exposure', '23-2');               -- breaks: a denial
INSERT INTO new_event (name, user, at, reason, report) VALUES ('e4', 'ghost', '2023-01-10 10:00:00', 'measles exposure', '23-3');               -- breaks: a later notice
INSERT INTO new_event (name, user, at, reason, report) VALUES ('e5', 'amoss', '2023-01-10 10:00:00', 'measles exposure', '23-4');               -- breaks: a notice without its time

INSERT INTO new_row (number, supplement, day) VALUES ('23-5', '1', '2023-01-12');
INSERT INTO new_reading (number, supplement, meaning) VALUES ('23-5', '1', 'notice before'), ('23-5', '1', 'notice after');
INSERT INTO new_event (name, user, at, reason, report) VALUES ('n1', 'amoss', '2023-01-10 10:00:00', 'measles exposure', '23-5');               -- near miss: noted in a supplement
INSERT INTO new_event (name, user, at, reason, report) VALUES ('n2', 'amoss', '2023-01-10 10:00:00', 'theft suspect', '23-6');                  -- near miss: another purpose
INSERT INTO new_event (name, user, at, reason, report) VALUES ('n3', 'amoss', '2023-01-10 10:00:00', 'measles exposure', '23-7');               -- near miss: documents no use
INSERT INTO new_event (name, user, at, reason) VALUES ('n4', 'amoss', '2023-01-10 10:00:00', 'measles exposure');                               -- near miss: linked to no report
INSERT INTO new_event (name, user, at, reason, report, utc_offset) VALUES ('n5', 'amoss', '2023-06-01 00:00:00', 'measles exposure', '23-8', -240);  -- near miss: a search after the period
UPDATE report_fact SET withheld = 'narrative' WHERE number = '23-9';
INSERT INTO new_event (name, user, at, reason, report) VALUES ('n6', 'amoss', '2023-01-10 10:00:00', 'measles exposure', '23-9');               -- near miss: the narrative is withheld
