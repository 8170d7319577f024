-- on:      xlsx
-- shows:   summary
-- columns: text 9, count 9
SELECT n.severity AS Severity, coalesce(sum(f.findings), 0) AS Findings
  FROM (SELECT 1 AS place, 'critical' AS severity UNION ALL VALUES (2, 'high'), (3, 'medium'), (4, 'low')) n
  LEFT JOIN findings_of_user f ON f.severity = n.severity GROUP BY n.severity ORDER BY n.place
