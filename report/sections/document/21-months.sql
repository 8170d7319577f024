-- on:    pdf pictures html-charts
-- shows: chart columns
-- title: Searches by month
-- finding: SELECT printf('%,d of %,d documented', sum(documented), sum(searches)) FROM searching_account
--          WHERE EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports') HAVING sum(searches)
-- says:  For each month of the period, how many searches were made and, where incident reports were supplied, how many of them a report documents; a line marks the same month of the year before where the log covers it; hatched months are those that the log supplied does not cover, and searches not judged are those that the reports supplied do not reach.
-- file:  searches-by-month
-- size:  full 100
WITH unreached AS (
  SELECT e.day, count(*) AS searches FROM search_unlinked_outside o JOIN event e USING (event) GROUP BY e.day),
days AS (
  SELECT day, in_period, 1 AS documented, documented AS searches FROM day_activity WHERE documented
   UNION ALL SELECT d.day, d.in_period, 0, d.searches - d.documented - coalesce(u.searches, 0) FROM day_activity d LEFT JOIN unreached u ON u.day = d.day AND d.in_period WHERE d.searches > d.documented
   UNION ALL SELECT day, 1, -1, searches FROM unreached),
search AS (
  SELECT strftime('%Y-%m', day * 86400, 'unixepoch') AS month, documented, sum(searches) AS searches
    FROM days WHERE in_period GROUP BY 1, 2),
kinds (documented, series) AS (  -- without reports nothing is known of what they document
  SELECT * FROM (VALUES (1, 'documented'), (0, 'not documented')) WHERE EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports')
   UNION ALL SELECT -1, 'not judged' WHERE EXISTS (SELECT 1 FROM unreached)
   UNION ALL SELECT NULL, 'searches' WHERE NOT EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports')),
reach AS (SELECT min(day) AS day FROM day_activity),
covered AS (  -- months before the period of which the log has rows; the first only where it begins with the month
  SELECT strftime('%Y-%m', day * 86400, 'unixepoch') AS month, sum(searches) AS searches, min(day) AS first
    FROM day_activity WHERE NOT in_period GROUP BY 1),
before AS (
  SELECT c.month, c.searches FROM covered c, reach r
   WHERE c.month < (SELECT min(month) FROM month_activity) AND (SELECT count(*) FROM month_activity) <= 12
     AND (c.first > r.day OR CAST(strftime('%d', r.day * 86400, 'unixepoch') AS INTEGER) <= 7))
SELECT label, series, value, iif(value, 's-month=' || month || CASE documented WHEN 1 THEN '&s-state=any documented' WHEN 0 THEN '&s-state=not documented'
         WHEN -1 THEN '&s-state=not judged' ELSE '' END || '&from=' || month || '-01&to=' || date(month || '-01', '+1 month', '-1 day'), NULL) AS key, mark FROM (
  SELECT m.month, m.name AS label, k.series, coalesce(sum(s.searches), 0) AS value, 0 AS mark, k.documented
    FROM month_activity m CROSS JOIN kinds k
    LEFT JOIN search s ON s.month = m.month AND (s.documented = k.documented OR k.documented IS NULL)
   GROUP BY m.month, k.series
   UNION ALL
  SELECT m.month, m.name, 'not covered', 0, 2, -2 FROM month_activity m WHERE NOT covered
   UNION ALL
  SELECT m.month, m.name, 'year before', b.searches, 1, -2
    FROM month_activity m JOIN before b ON b.month = strftime('%Y-%m', m.month || '-01', '-1 year'))
 ORDER BY mark, month, documented DESC
