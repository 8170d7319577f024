-- on:    pdf html-charts
-- shows: chart shares
-- title: What the reports say came back
-- says:  Reports that document a use by result: a candidate, confirmed by other means or not; none; or nothing said on the outcome.
-- file:  results
-- size:  full 78
WITH said AS (
  SELECT CASE WHEN candidate THEN iif(corroborated, 1, 2) WHEN no_candidate THEN 3 ELSE 4 END AS result FROM report WHERE documented),
counted AS (SELECT result, count(*) AS reports FROM said GROUP BY result),
names (place, name) AS (VALUES (1, 'a candidate, confirmed by other means'), (2, 'a candidate, no other means told'), (3, 'no candidate'), (4, 'nothing on the outcome'))
SELECT n.name AS label, 'reports' AS series, coalesce(c.reports, 0) AS value
  FROM names n LEFT JOIN counted c ON c.result = n.place
 WHERE EXISTS (SELECT 1 FROM counted) ORDER BY n.place
