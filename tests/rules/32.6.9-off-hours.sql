-- No search at a moment that no duty record of its user covers: start included, end not.
-- expect: d1 | 07:59
-- expect: d4 | 16:00
-- expect: o2
-- expect: l1
-- expect: s2
-- expect: f2 | 01:30

INSERT INTO source (source, kind, path, sha256, bytes, rows, kept, duplicates, rejected, not_data, encoding, delimiter, header_line)
  VALUES (5, 'duty_schedule', 'duty.csv', '', 0, 0, 0, 0, 0, 0, 'UTF-8', ',', 1);

INSERT INTO new_shift (user, start_at, end_at) VALUES ('amoss', '2023-01-10 08:00:00', '2023-01-10 16:00:00');
INSERT INTO new_event (name, user, at) VALUES ('d1', 'amoss', '2023-01-10 07:59:59');                       -- breaks: a second before
INSERT INTO new_event (name, user, at) VALUES ('d2', 'amoss', '2023-01-10 08:00:00');                       -- near miss: the start
INSERT INTO new_event (name, user, at) VALUES ('d3', 'amoss', '2023-01-10 15:59:59');                       -- near miss: the last second
INSERT INTO new_event (name, user, at) VALUES ('d4', 'amoss', '2023-01-10 16:00:00');                       -- breaks: the end
INSERT INTO new_event (name, user, at, is_search, action) VALUES ('d5', 'amoss', '2023-01-10 20:00:00', 0, 'LOGIN');  -- near miss: no search
INSERT INTO new_event (name, user, at) VALUES ('s1', 'harbor\amoss', '2023-01-10 12:00:00');                -- near miss: a second account, on duty
INSERT INTO new_event (name, user, at) VALUES ('s2', 'harbor\amoss', '2023-01-10 20:00:00');                -- breaks: a second account, off duty

INSERT INTO new_shift (user, start_at, end_at) VALUES ('bkeel', '2023-01-10 18:00:00', '2023-01-11 18:00:00');
INSERT INTO new_shift (user, start_at, end_at) VALUES ('bkeel', '2023-01-11 01:00:00', '2023-01-11 02:00:00');
INSERT INTO new_event (name, user, at) VALUES ('o1', 'bkeel', '2023-01-11 17:59:59');                       -- near miss: in the longer of two that overlap
INSERT INTO new_event (name, user, at) VALUES ('o2', 'bkeel', '2023-01-11 18:00:00');                       -- breaks: after both

INSERT INTO new_person (user, last, first) VALUES ('leave', 'Leave', 'Lia');
INSERT INTO new_shift (user, start_at, end_at) VALUES ('leave', '2023-01-11 08:00:00', '2023-01-11 16:00:00');
INSERT INTO new_shift (user, start_at, end_at, on_duty) VALUES ('leave', '2023-01-10 00:00:00', '2023-01-11 00:00:00', 0);
INSERT INTO new_event (name, user, at) VALUES ('l1', 'leave', '2023-01-10 12:00:00');                       -- breaks: on leave
INSERT INTO new_event (name, user, at) VALUES ('l2', 'leave', '2023-01-11 12:00:00');                       -- near miss: back on duty

-- 2022-11-06 01:30 came twice: first at 05:30 UTC, then at 06:30 UTC. Duty is told in winter time here.
INSERT INTO new_person (user, last, first) VALUES ('fall', 'Fall', 'Fay');
INSERT INTO new_shift (user, start_at, end_at) VALUES ('fall', '2022-11-06 01:15:00', '2022-11-06 02:00:00');
INSERT INTO new_event (name, user, at, utc_offset, at_other) VALUES ('f1', 'fall', '2022-11-06 01:30:00', -240, strftime('%s', '2022-11-06 06:30:00'));   -- near miss: the second moment is covered
INSERT INTO new_person (user, last, first) VALUES ('fell', 'Fell', 'Flo');
INSERT INTO new_shift (user, start_at, end_at) VALUES ('fell', '2022-11-06 02:00:00', '2022-11-06 04:00:00');
INSERT INTO new_event (name, user, at, utc_offset, at_other) VALUES ('f2', 'fell', '2022-11-06 01:30:00', -240, strftime('%s', '2022-11-06 06:30:00'));   -- breaks: neither is
INSERT INTO new_person (user, last, first) VALUES ('first', 'Irst', 'Fia');
INSERT INTO new_shift (user, start_at, end_at) VALUES ('first', '2022-11-06 00:15:00', '2022-11-06 01:00:00');
INSERT INTO new_event (name, user, at, utc_offset, at_other) VALUES ('f3', 'first', '2022-11-06 01:30:00', -240, strftime('%s', '2022-11-06 06:30:00'));  -- near miss: the first moment is covered

INSERT INTO new_event (name, user, at) VALUES ('n1', 'ghost', '2023-01-10 03:00:00');                       -- near miss: no duty records
INSERT INTO new_person (user, last, first, shift_start, shift_end) VALUES ('hours', 'Ours', 'Hal', 480, 960);
INSERT INTO new_event (name, user, at) VALUES ('n2', 'hours', '2023-01-10 03:00:00');                       -- near miss: shift hours do not count beside a schedule
