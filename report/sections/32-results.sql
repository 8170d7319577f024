-- on:    pdf html-charts
-- shows: chart shares
-- title: What the reports say came back
-- says:  Reports that document a use by result: a candidate, none, or nothing said on the outcome.
-- file:  results
-- size:  full 66
WITH documented AS MATERIALIZED (SELECT report FROM documented_report),
said AS (
  SELECT CASE WHEN max(g.meaning = 'candidate') THEN 1 WHEN max(g.meaning = 'no candidate') THEN 2 ELSE 3 END AS result
    FROM documented d JOIN report_row w USING (report) JOIN reading g USING (row) GROUP BY w.report),
names (place, name) AS (VALUES (1, 'a candidate'), (2, 'no candidate'), (3, 'nothing on the outcome'))
SELECT n.name AS label, 'reports' AS series, count(s.result) AS value
  FROM names n LEFT JOIN said s ON s.result = n.place
 WHERE EXISTS (SELECT 1 FROM documented) GROUP BY n.place ORDER BY n.place
