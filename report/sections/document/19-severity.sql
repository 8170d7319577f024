-- on:    pictures
-- shows: chart stack
-- title: Findings by severity
-- finding: SELECT printf('%,d of %,d critical', sum(findings) FILTER (WHERE severity = 'critical'), sum(findings)) FROM findings_of_severity HAVING sum(findings) FILTER (WHERE severity = 'critical')
-- says:  How many findings each severity has, the gravest first.
-- file:  findings-by-severity
-- size:  full 34
-- empty: No finding: nothing in what was tested is an exception.
SELECT 'findings' AS label, severity AS series, findings AS value
  FROM findings_of_severity WHERE EXISTS (SELECT 1 FROM finding_row) ORDER BY place
