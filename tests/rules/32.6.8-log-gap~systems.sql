-- Each system has its own sequence; the files of one are one.
-- expect: 4 | 1 id

INSERT INTO source (source, kind, path, sha256, bytes, rows, kept, duplicates, rejected, not_data, encoding, delimiter, header_line) VALUES
  (11, 'user_log', 'other.csv', '', 0, 0, 0, 0, 0, 0, 'UTF-8', ',', 1), (12, 'user_log', 'next.csv', '', 0, 0, 0, 0, 0, 0, 'UTF-8', ',', 1), (13, 'user_log', 'third.csv', '', 0, 0, 0, 0, 0, 0, 'UTF-8', ',', 1);
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 7)
INSERT INTO new_event (name, id, user, at) SELECT 'f' || i, i, 'amoss', '2023-01-' || printf('%02d', 10 + i) || ' 10:00:00' FROM n WHERE i <> 4;  -- breaks: 4 is missing from the first system, whatever the second has
INSERT INTO new_event (name, id, user, at) VALUES ('f4', '4', 'amoss', '2023-01-14 11:00:00');
UPDATE event SET source = 11 WHERE name = 'f4';
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 7)
INSERT INTO new_event (name, id, user, at) SELECT 'o' || i, i, 'amoss', '2023-01-' || printf('%02d', 10 + i) || ' 15:00:00' FROM n WHERE i <> 4;
UPDATE event SET source = 11 WHERE name LIKE 'o%';                                                                                                 -- near miss: the second system's own
WITH RECURSIVE n (i) AS (SELECT 8 UNION ALL SELECT i + 1 FROM n WHERE i < 14)
INSERT INTO new_event (name, id, user, at) SELECT 'm' || i, i, 'amoss', '2023-02-' || printf('%02d', i) || ' 10:00:00' FROM n;
UPDATE event SET source = 12 WHERE name LIKE 'm%';                                                                                                 -- near miss: the first system's next month
WITH RECURSIVE n (i) AS (SELECT 101 UNION ALL SELECT i + 1 FROM n WHERE i < 107)
INSERT INTO new_event (name, id, user, at) SELECT 't' || i, i, 'amoss', '2023-01-' || printf('%02d', i - 91) || ' 12:00:00' FROM n;
UPDATE event SET source = 13 WHERE name LIKE 't%';                                                                                                 -- near miss: a third that counts apart
