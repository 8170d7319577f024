-- Nobody searches in a record of leave that no duty covers.
-- expect: e1 | away

INSERT INTO source (source, kind, path, sha256, bytes, rows, kept, duplicates, rejected, not_data, encoding, delimiter, header_line) VALUES
  (5, 'duty_schedule', 'duty.csv', '', 0, 0, 0, 0, 0, 0, 'UTF-8', ',', 1);
INSERT INTO new_shift (user, start_at, end_at, on_duty) VALUES ('amoss', '2023-01-09 00:00:00', '2023-01-12 00:00:00', 0), ('amoss', '2023-01-11 08:00:00', '2023-01-11 12:00:00', 1), ('bkeel', '2023-01-12 08:00:00', '2023-01-12 12:00:00', 1);
INSERT INTO new_event (name, user, at) VALUES ('e1', 'amoss', '2023-01-10 10:00:00');                      -- breaks: on leave
INSERT INTO new_event (name, user, at) VALUES ('e2', 'amoss', '2023-01-11 11:59:59');                      -- near miss: called in
INSERT INTO new_event (name, user, at) VALUES ('e3', 'amoss', '2023-01-12 00:00:00');                      -- near miss: the leave has ended
INSERT INTO new_event (name, user, at) VALUES ('e4', 'amoss', '2023-01-08 23:59:59');                      -- near miss: it has not begun
INSERT INTO new_event (name, user, at) VALUES ('e5', 'bkeel', '2023-01-10 10:00:00');                      -- near miss: another's leave
INSERT INTO new_event (name, user, at, is_search, action) VALUES ('e6', 'amoss', '2023-01-10 10:00:00', 0, 'LOGIN');  -- near miss: no search
