-- on:    pdf html-charts
-- shows: chart shares
-- title: What the reports say came back
-- says:  Reports that document a use by result: a candidate, confirmed by other means or not; none; or nothing said on the outcome.
-- file:  results
-- size:  full 78
WITH documented AS MATERIALIZED (SELECT report FROM documented_report),
said AS (
  SELECT CASE WHEN max(g.meaning = 'candidate') THEN iif(max(g.meaning = 'corroborated'), 1, 2) WHEN max(g.meaning = 'no candidate') THEN 3 ELSE 4 END AS result
    FROM documented d JOIN report_row w USING (report) JOIN reading g USING (row) GROUP BY w.report),
counted AS (SELECT result, count(*) AS reports FROM said GROUP BY result),
names (place, name) AS (VALUES (1, 'a candidate, confirmed by other means'), (2, 'a candidate, no other means told'), (3, 'no candidate'), (4, 'nothing on the outcome'))
SELECT n.name AS label, 'reports' AS series, coalesce(c.reports, 0) AS value
  FROM names n LEFT JOIN counted c ON c.result = n.place
 WHERE EXISTS (SELECT 1 FROM documented) ORDER BY n.place
