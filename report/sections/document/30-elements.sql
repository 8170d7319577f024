-- on:    pdf html-charts
-- shows: chart bars
-- title: What incomplete reports lack
-- says:  How many reports lack each element of 32.6.6; one report can lack several.
-- file:  missing-elements
-- size:  half 132
WITH elements (place, element, name) AS (VALUES (1, 'type', 'type'), (2, 'reason', 'reason'), (3, 'officer', 'officer who searched'), (4, 'result', 'result'), (5, 'name', 'name identified')),
found AS (SELECT name AS detail, searches AS reports FROM tally WHERE what = 'lacking')
SELECT e.name AS label, 'reports' AS series, coalesce(sum(f.reports), 0) AS value, 'rule=incomplete-report&detail=' || e.element AS key
  FROM elements e LEFT JOIN found f ON instr('+' || f.detail || '+', '+' || e.element || '+')
 WHERE EXISTS (SELECT 1 FROM found) GROUP BY e.place ORDER BY e.place
