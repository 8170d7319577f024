-- A schedule covers each user from the first to the last day of a shift, and says nothing of times that look like UTC.
-- expect: d1
-- expect: d3

INSERT INTO source (source, kind, path, sha256, bytes, rows, kept, duplicates, rejected, not_data, encoding, delimiter, header_line, clock_doubt) VALUES
  (5, 'duty_schedule', 'duty.csv', '', 0, 0, 0, 0, 0, 0, 'UTF-8', ',', 1, 0), (6, 'user_log', 'other.csv', '', 0, 0, 0, 0, 0, 0, 'UTF-8', ',', 1, 1);
INSERT INTO coverage_kind VALUES ('duty_schedule', 'rows', NULL, NULL, 1, 365, 0, '');
INSERT INTO new_shift (user, start_at, end_at) VALUES ('amoss', '2023-01-10 08:00:00', '2023-01-10 16:00:00'), ('amoss', '2023-01-20 20:00:00', '2023-01-21 06:00:00');
INSERT INTO new_event (name, user, at) VALUES ('d0', 'amoss', '2023-01-09 23:59:59');  -- near miss: the day before the first shift
INSERT INTO new_event (name, user, at) VALUES ('d1', 'amoss', '2023-01-10 00:00:00');  -- breaks: the day of the first
INSERT INTO new_event (name, user, at) VALUES ('d2', 'amoss', '2023-01-21 05:59:59');  -- near miss: on duty
INSERT INTO new_event (name, user, at) VALUES ('d3', 'amoss', '2023-01-21 23:59:59');  -- breaks: the day on which the last one ends
INSERT INTO new_event (name, user, at) VALUES ('d4', 'amoss', '2023-01-22 00:00:00');  -- near miss: the day after it
INSERT INTO new_event (name, user, at) VALUES ('d5', 'amoss', '2023-01-15 12:00:00');
UPDATE event SET source = 6 WHERE name = 'd5';                                         -- near miss: of a log whose times look like UTC
