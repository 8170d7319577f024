-- on:    pdf
-- shows: chart bars
-- title: Findings by clause
-- says:  How many findings each clause has, in the order of the directive.
-- file:  findings-by-clause
-- size:  half 184
SELECT clause AS label, 'findings' AS series, sum(exceptions) AS value
  FROM audit_clause WHERE exceptions GROUP BY clause ORDER BY min(place)
