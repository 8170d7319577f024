-- on:    pdf
-- shows: chart stack
-- title: Findings by severity
-- says:  How many findings each severity has, the gravest first.
-- file:  findings-by-severity
-- size:  full 34
-- empty: No finding: nothing in what was tested is an exception.
WITH known (severity, place) AS (VALUES ('critical', 1), ('high', 2), ('medium', 3), ('low', 4)),
found AS (SELECT severity, sum(exceptions) AS findings FROM rule WHERE exceptions GROUP BY severity)
SELECT 'findings' AS label, severity AS series, coalesce(findings, 0) AS value
  FROM known FULL JOIN found USING (severity) WHERE EXISTS (SELECT 1 FROM found) ORDER BY coalesce(place, 5), severity
