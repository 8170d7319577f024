-- on:    dossier-user
-- shows: chart columns
-- title: Searches of the account, by month
-- level: 3
-- says:  For each month of the period, how many searches the account made and how many of them a report documents; hatched months are those that the log supplied does not cover.
-- file:  dossier
-- size:  full 64
WITH found AS (SELECT substr(occurred_at, 1, 7) AS month, use_row NOT NULL AS documented, count(*) AS n FROM scope_search GROUP BY 1, 2)
SELECT label, series, value, NULL AS key, mark FROM (
  SELECT m.month, m.name AS label, iif(k.column1, 'documented', 'not documented') AS series, coalesce(f.n, 0) AS value, 0 AS mark, k.column1 AS documented
    FROM month_activity m CROSS JOIN (VALUES (1), (0)) k LEFT JOIN found f ON f.month = m.month AND f.documented = k.column1
   UNION ALL SELECT m.month, m.name, 'not covered', 0, 2, -1 FROM month_activity m WHERE NOT covered)
 ORDER BY mark, month, documented DESC
