-- on:      xlsx
-- shows:   summary
-- columns: text 9, count 9
WITH main AS (  -- "32.6.5(1)-(2)" and "32.6.4, 32.6.7" count at the clause named first
  SELECT place, exceptions, substr(clause, 1, min(instr(clause || '(', '('), instr(clause || ',', ',')) - 1) AS clause FROM rule)
SELECT clause AS Clause, sum(exceptions) AS Findings
  FROM main WHERE clause IN (SELECT clause FROM main WHERE exceptions) GROUP BY clause ORDER BY min(place)
