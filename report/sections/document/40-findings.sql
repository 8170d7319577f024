-- on:    pictures html-charts
-- shows: chart bars
-- title: Exceptions, clause by clause
-- finding: SELECT printf('%,d in all', sum(exceptions)) FROM rule HAVING sum(exceptions)
-- says:  How many exceptions each clause has, in the order of the directive; a rule of two clauses counts at the one named first.
-- file:  findings-by-clause
-- size:  full 180
WITH main AS (  -- "32.6.5(1)-(2)" and "32.6.4, 32.6.7" count at the clause named first
  SELECT place, exceptions, substr(clause, 1, min(instr(clause || '(', '('), instr(clause || ',', ',')) - 1) AS clause FROM rule)
SELECT clause AS label, 'findings' AS series, sum(exceptions) AS value, 'clause=' || clause AS key
  FROM main WHERE clause IN (SELECT clause FROM main WHERE exceptions) GROUP BY clause ORDER BY min(place)
