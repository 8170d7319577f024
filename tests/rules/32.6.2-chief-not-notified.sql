-- In the 72 hours up to a public-health search a notification names its case or, where it names no case, its user.
-- expect: t2
-- expect: t4
-- expect: c2
-- expect: c4 | 23-000200
-- expect: u2
-- expect: u3
-- expect: n1 | no case
-- expect: f2

-- The times: the report 23-000100 is notified once.
INSERT INTO new_row (number, day) VALUES ('23-000100', '2023-01-10');
INSERT INTO new_notice (at, case_key, report) VALUES ('2023-01-10 10:00:00', '23-100', '23-000100');
INSERT INTO new_event (name, user, at, reason, report) VALUES ('t1', 'amoss', '2023-01-13 10:00:00', 'measles exposure', '23-000100');  -- near miss: 72 hours before
INSERT INTO new_event (name, user, at, reason, report) VALUES ('t2', 'amoss', '2023-01-13 10:00:01', 'measles exposure', '23-000100');  -- breaks: a second more
INSERT INTO new_event (name, user, at, reason, report) VALUES ('t3', 'amoss', '2023-01-10 10:00:00', 'measles exposure', '23-000100');  -- near miss: at the moment of the search
INSERT INTO new_event (name, user, at, reason, report) VALUES ('t4', 'amoss', '2023-01-10 09:59:59', 'measles exposure', '23-000100');  -- breaks: a second after it
INSERT INTO new_event (name, user, at, reason, report) VALUES ('t5', 'amoss', '2023-01-01 09:00:00', 'theft suspect', '23-000100');     -- near miss: another purpose

-- The case: the linked report's number, else the number cited; in any spelling.
INSERT INTO new_notice (at, case_key) VALUES ('2023-02-01 09:00:00', '23-300');
INSERT INTO new_event (name, user, at, reason, case_number) VALUES ('c1', 'bkeel', '2023-02-01 10:00:00', 'measles exposure', '23-300');  -- near miss: unlinked, the number cited
INSERT INTO new_event (name, user, at, reason, case_number) VALUES ('c2', 'bkeel', '2023-02-01 10:00:00', 'measles exposure', '23-301');  -- breaks: another number
INSERT INTO new_row (number, day) VALUES ('23-000200', '2023-02-01');
INSERT INTO new_notice (at, user, case_key, report) VALUES ('2023-02-01 09:00:00', 'ghost', '200-23', '23-000200');
INSERT INTO new_event (name, user, at, reason, case_number, report) VALUES ('c3', 'bkeel', '2023-02-01 10:00:00', 'measles exposure', '23-020', '23-000200');  -- near miss: the report's number, by another user
INSERT INTO new_event (name, user, at, reason, case_number, report) VALUES ('c4', 'bkeel', '2023-02-05 10:00:00', 'measles exposure', '23-400', '23-000200');  -- breaks: the number cited, not the linked report's
INSERT INTO new_notice (at, case_key) VALUES ('2023-02-05 09:00:00', '23-400');

-- The user: only where the notification names no case.
INSERT INTO new_notice (at, user) VALUES ('2023-03-01 09:00:00', 'amoss');
INSERT INTO new_event (name, user, at, reason, case_number) VALUES ('u1', 'amoss', '2023-03-01 10:00:00', 'measles exposure', '23-500');         -- near miss: a notification without a case, of this user
INSERT INTO new_event (name, user, at, reason, case_number) VALUES ('u2', 'bkeel', '2023-03-01 10:00:00', 'measles exposure', '23-500');         -- breaks: of another user
INSERT INTO new_event (name, user, at, reason, case_number) VALUES ('u4', 'harbor\amoss', '2023-03-01 10:00:00', 'measles exposure', '23-500');  -- near miss: this user's other account
INSERT INTO new_notice (at, user, case_key) VALUES ('2023-03-10 09:00:00', 'amoss', '23-601');
INSERT INTO new_event (name, user, at, reason, case_number) VALUES ('u3', 'amoss', '2023-03-10 10:00:00', 'measles exposure', '23-600');         -- breaks: this user's, but of another case
INSERT INTO new_event (name, user, at, reason) VALUES ('n1', 'ghost', '2023-03-10 10:00:00', 'measles exposure');                                 -- breaks: neither case nor user
INSERT INTO new_notice (at) VALUES ('2023-03-10 09:00:00');

-- 2022-11-06 01:30 came twice: at 05:30 and at 06:30 UTC. Notifications are told in winter time here.
INSERT INTO new_notice (at, case_key) VALUES ('2022-11-06 01:10:00', '22-700');
INSERT INTO new_event (name, user, at, utc_offset, at_other, reason, case_number) VALUES ('f1', 'amoss', '2022-11-06 01:30:00', -240, strftime('%s', '2022-11-06 06:30:00'), 'measles exposure', '22-700');  -- near miss: before the second moment
INSERT INTO new_notice (at, case_key) VALUES ('2022-11-06 01:31:00', '22-701');
INSERT INTO new_event (name, user, at, utc_offset, at_other, reason, case_number) VALUES ('f2', 'amoss', '2022-11-06 01:30:00', -240, strftime('%s', '2022-11-06 06:30:00'), 'measles exposure', '22-701');  -- breaks: after both

-- A date without a time of day is any moment of the day.
-- expect: d4
INSERT INTO new_notice (at, case_key) VALUES ('2023-04-10 00:00:00', '23-800'), ('2023-04-10 09:00:00', '23-801');
UPDATE notice SET at_doubt = 'no time of day' WHERE case_key = '23-800';
INSERT INTO new_event (name, user, at, reason, case_number) VALUES ('d1', 'amoss', '2023-04-10 08:00:00', 'measles exposure', '23-800');          -- near miss: the notification is of that day
INSERT INTO new_event (name, user, at, reason, case_number) VALUES ('d2', 'amoss', '2023-04-11 08:00:00', 'measles exposure', '23-800');          -- near miss: of the day before
INSERT INTO new_event (name, user, at, reason, case_number) VALUES ('d3', 'amoss', '2023-04-10 00:00:00', 'measles exposure', '23-801');          -- near miss: the search is of that day
UPDATE event SET at_doubt = 'no time of day' WHERE name = 'd3';
INSERT INTO new_event (name, user, at, reason, case_number) VALUES ('d4', 'amoss', '2023-04-09 23:59:59', 'measles exposure', '23-800');          -- breaks: the day before the notification's

-- What it is about: something else is no notice; words that are not understood may be one.
-- expect: a1 | 23-900
INSERT INTO new_notice (at, case_key) VALUES ('2023-05-10 09:00:00', '23-900'), ('2023-05-10 09:00:00', '23-901'), ('2023-05-10 09:00:00', '23-902');
UPDATE notice SET subject = 'press inquiry', about = 'other' WHERE case_key = '23-900';
UPDATE notice SET subject = 'measles', about = 'search' WHERE case_key = '23-901';
UPDATE notice SET subject = 'ref. yellow sheet' WHERE case_key = '23-902';
INSERT INTO new_event (name, user, at, reason, case_number) VALUES ('a1', 'amoss', '2023-05-10 10:00:00', 'measles exposure', '23-900');          -- breaks: the notification of the case is about the press
INSERT INTO new_event (name, user, at, reason, case_number) VALUES ('a2', 'amoss', '2023-05-10 10:00:00', 'measles exposure', '23-901');          -- near miss: it is about the disease
INSERT INTO new_event (name, user, at, reason, case_number) VALUES ('a3', 'amoss', '2023-05-10 10:00:00', 'measles exposure', '23-902');          -- near miss: nobody knows what it is about
