-- A user does not begin ten search sessions within an hour.
-- expect: a10 | 12 sessions
-- expect: g10 | 10 sessions

WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 21) INSERT INTO new_event (name, user, at) SELECT 'a' || i, 'amoss', '2023-01-10 09:' || (i + 10) || ':00' FROM n;                       -- breaks: twelve within the hour
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9) INSERT INTO new_event (name, user, at) SELECT 'b' || i, 'bkeel', '2023-01-10 09:0' || i || ':00' FROM n;                             -- near miss: nine
INSERT INTO new_event (name, user, at) VALUES ('b10', 'bkeel', '2023-01-10 10:01:01');                                               -- near miss: the tenth a second too late
WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 30) INSERT INTO new_event (name, user, at, session) SELECT 'c' || i, 'bkeel', '2023-02-10 09:00:' || i, 7 FROM n;                        -- near miss: one session
WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 30) INSERT INTO new_event (name, user, at) SELECT 'd' || i, 'bkeel', '2023-03-10 00:00:00' FROM n;                                       -- near miss: no time of day
UPDATE event SET at_doubt = 'no time of day' WHERE name LIKE 'd%';
WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 19) INSERT INTO new_event (name, user, at) SELECT 'g' || i, 'ghost', '2023-01-10 ' || iif(i < 19, '09:' || i, '10:10') || ':00' FROM n;  -- breaks: ten in exactly the hour
