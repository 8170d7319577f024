-- No session stands alone at an hour at which its user never searches.
-- expect: a40 | 03:00

INSERT INTO source (source, kind, path, sha256, bytes, rows, kept, duplicates, rejected, not_data, encoding, delimiter, header_line) VALUES
  (5, 'duty_schedule', 'duty.csv', '', 0, 0, 0, 0, 0, 0, 'UTF-8', ',', 1);
INSERT INTO new_row (number, day) VALUES ('23-1', '2023-01-10');
INSERT INTO new_reading (number, meaning) VALUES ('23-1', 'use');
INSERT INTO setting VALUES ('hours', 'start', '00:00'), ('hours', 'end', '00:00');
WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 28) INSERT INTO new_event (name, user, at) SELECT 'a' || i, 'amoss', '2023-01-' || i || ' 10:00:00' FROM n;
INSERT INTO new_event (name, user, at) VALUES ('a40', 'amoss', '2023-02-02 03:00:00');                                    -- breaks: alone at night
INSERT INTO new_event (name, user, at, report) VALUES ('a41', 'amoss', '2023-02-10 18:00:00', '23-1');                    -- near miss: a report documents it
INSERT INTO new_event (name, user, at) VALUES ('a42', 'amoss', '2023-02-20 12:30:00');                                    -- near miss: near the hour of the others
INSERT INTO new_event (name, user, at) VALUES ('a43', 'amoss', '2023-02-20 20:29:00');                                    -- near miss: less than eight hours after another
WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 27) INSERT INTO new_event (name, user, at) SELECT 'b' || i, 'bkeel', '2023-01-' || i || ' 10:00:00' FROM n;
INSERT INTO new_event (name, user, at) VALUES ('b40', 'bkeel', '2023-02-02 03:00:00');                                    -- near miss: of nineteen sessions
WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 28) INSERT INTO new_event (name, user, at) SELECT 'c' || i, 'ghost', '2023-01-' || i || ' 10:00:00' FROM n;
INSERT INTO new_shift (user, start_at, end_at) VALUES ('ghost', '2023-02-02 00:00:00', '2023-02-02 08:00:00');
INSERT INTO new_event (name, user, at) VALUES ('c40', 'ghost', '2023-02-02 03:00:00');                                    -- near miss: duty covers it
