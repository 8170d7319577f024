-- One case number does not stand for ten search sessions.
-- expect: a1 | 10 sessions
-- expect: d10 | 11 sessions

WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9) INSERT INTO new_event (name, user, at, case_number) SELECT 'a' || i, 'amoss', '2023-01-0' || i || ' 10:00:00', '23-77' FROM n;
INSERT INTO new_event (name, user, at, case_number) VALUES ('a10', 'bkeel', '2023-02-01 10:00:00', '23-77');                    -- breaks: the tenth, by another user
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9) INSERT INTO new_event (name, user, at, case_number) SELECT 'b' || i, 'amoss', '2023-01-0' || i || ' 11:00:00', '23-78' FROM n;  -- near miss: nine
INSERT INTO new_event (name, user, at, case_number, utc_offset) VALUES ('b10', 'amoss', '2023-06-02 10:00:00', '23-78', -240);  -- near miss: after the period
WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 29) INSERT INTO new_event (name, user, at, case_number, session) SELECT 'c' || i, 'amoss', '2023-01-10 10:00:' || i, '23-79', 7 FROM n;  -- near miss: one session
WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 29) INSERT INTO new_event (name, user, at, case_number) SELECT 'e' || i, 'amoss', '2023-01-' || i || ' 10:00:00', '' FROM n;        -- near miss: no number
WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 20) INSERT INTO new_event (name, user, at, case_number) SELECT 'd' || i, 'ghost', '2023-01-' || i || ' 12:00:00', '23-80' FROM n;   -- breaks: by an unknown user
