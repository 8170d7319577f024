-- on:    pdf pictures html-charts
-- shows: chart bars
-- title: What incomplete reports lack
-- finding: SELECT iif(exceptions = 1, 'one report', printf('%,d reports', exceptions)) FROM rule WHERE rule = 'incomplete-report' AND exceptions
-- says:  How many reports lack each element of 32.6.6; one report can lack several.
-- file:  missing-elements
-- size:  half 106
WITH elements (place, element, name) AS (VALUES (1, 'type', 'type'), (2, 'reason', 'reason'), (3, 'officer', 'officer who searched'), (4, 'result', 'result'), (5, 'name', 'name identified')),
lacking AS MATERIALIZED (
  SELECT sum(lacks LIKE '%+type+%') AS type, sum(lacks LIKE '%+reason+%') AS reason, sum(lacks LIKE '%+officer+%') AS officer, sum(lacks LIKE '%+result+%') AS result,
         sum(lacks LIKE '%+name+%') AS name
    FROM (SELECT '+' || f.detail || '+' AS lacks FROM finding_row f JOIN rule USING (place) WHERE rule = 'incomplete-report'))
SELECT e.name AS label, 'reports' AS series,
       CASE e.element WHEN 'type' THEN l.type WHEN 'reason' THEN l.reason WHEN 'officer' THEN l.officer WHEN 'result' THEN l.result ELSE l.name END AS value,
       'rule=incomplete-report&detail=' || e.element AS key
  FROM elements e, lacking l
 WHERE EXISTS (SELECT 1 FROM rule WHERE rule = 'incomplete-report' AND exceptions) ORDER BY e.place
