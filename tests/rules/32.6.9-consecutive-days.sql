-- A user does not search on ten days in a row.
-- expect: amoss | 11 days

WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 19) INSERT INTO new_event (name, user, at) SELECT 'a' || i, 'amoss', '2023-01-' || i || ' 09:00:00' FROM n;                               -- breaks: ten days
INSERT INTO new_event (name, user, at) VALUES ('a20', 'harbor\amoss', '2023-01-20 23:59:59');                                         -- mended below: the second account counts
WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 18) INSERT INTO new_event (name, user, at) SELECT 'b' || i, 'bkeel', '2023-01-' || i || ' 09:00:00' FROM n;                               -- near miss: nine days
INSERT INTO new_event (name, user, at) VALUES ('b20', 'bkeel', '2023-01-20 09:00:00');                                                -- near miss: a day between
WITH RECURSIVE n (i) AS (SELECT 22 UNION ALL SELECT i + 1 FROM n WHERE i < 31) INSERT INTO new_event (name, user, at, utc_offset) SELECT 'c' || i, 'ghost', '2022-05-' || i || ' 09:00:00', -240 FROM n;             -- near miss: before the period
INSERT INTO new_event (name, user, at, is_search, action) VALUES ('b19', 'bkeel', '2023-01-19 09:00:00', 0, 'LOGIN');                 -- near miss: no search
