-- A linked report has a row that documents a use.
-- expect: e1 | not mentioned
-- expect: e2 | said not used
-- expect: e3
-- expect: e4

INSERT INTO new_row (number, day) VALUES ('23-1', '2023-01-10'), ('23-2', '2023-01-10'), ('23-3', '2023-01-10'), ('23-4', '2023-01-10'), ('23-5', '2023-01-10'), ('23-6', '2023-01-10'), ('23-7', '2023-01-10');
INSERT INTO new_reading (number, meaning, words) VALUES ('23-2', 'not used', 'facial recognition was not used');
INSERT INTO new_event (name, user, at, report, session) VALUES ('e1', 'amoss', '2023-01-10 10:00:00', '23-1', 7);         -- breaks: silent
INSERT INTO new_event (name, user, at, report) VALUES ('e2', 'amoss', '2023-01-10 10:00:00', '23-2');                     -- breaks: denied
INSERT INTO new_event (name, user, at, report, session) VALUES ('e3', 'amoss', '2023-01-10 10:00:30', '23-1', 7);         -- breaks: every search of the session
UPDATE report_fact SET narrated = 0 WHERE number = '23-7';
INSERT INTO new_event (name, user, at, report) VALUES ('e4', 'amoss', '2023-01-10 10:00:00', '23-7');                     -- breaks: an empty narrative

INSERT INTO new_row (number, supplement, day) VALUES ('23-3', '1', '2023-01-12');
INSERT INTO new_reading (number, supplement, meaning) VALUES ('23-3', '1', 'use');
INSERT INTO new_event (name, user, at, report) VALUES ('n1', 'amoss', '2023-01-10 10:00:00', '23-3');                     -- near miss: a supplement documents it
INSERT INTO new_event (name, user, at) VALUES ('n2', 'amoss', '2023-01-10 10:00:00');                                     -- near miss: an orphan
UPDATE report_fact SET withheld = 'narrative' WHERE number = '23-4';
INSERT INTO new_event (name, user, at, report) VALUES ('n3', 'amoss', '2023-01-10 10:00:00', '23-4');                     -- near miss: the narrative is withheld
UPDATE report_fact SET narrated = NULL WHERE number = '23-5';
INSERT INTO new_event (name, user, at, report) VALUES ('n4', 'amoss', '2023-01-10 10:00:00', '23-5');                     -- near miss: not exported
INSERT INTO unevaluated SELECT 'narrative', source, line, 'A pattern gave up.' FROM report_row WHERE number = '23-6';
INSERT INTO new_event (name, user, at, report) VALUES ('n5', 'amoss', '2023-01-10 10:00:00', '23-6');                     -- near miss: could not be evaluated
INSERT INTO new_event (name, user, at, report, utc_offset) VALUES ('n6', 'amoss', '2022-05-31 23:59:59', '23-1', -240);   -- near miss: before the period
