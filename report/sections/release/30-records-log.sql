-- on:      records records-findings
-- shows:   sheet
-- title:   Redaction log
-- says:    Each cell, or part of one, that is not released: where, under what, why, and by whom it was decided.
-- columns: text 10, count 6, text 20, text 10, text 34, text 90, text 26
SELECT * FROM (SELECT 'Searches' AS Sheet, row AS Row, column AS Column, CASE outcome WHEN 'withheld' THEN iif(part, 'part', 'withheld') WHEN 'person' THEN 'review' ELSE 'source' END AS Outcome,
       cite AS Citation, CASE outcome WHEN 'source' THEN 'withheld by the system that the log came from' WHEN 'person' THEN 'a person has yet to decide' ELSE basis END AS Basis, decided AS "Decided by"
  FROM release_cell WHERE outcome IN ('withheld', 'person', 'source') ORDER BY row, place, part)
UNION ALL SELECT 'Findings', NULL, 'the row', 'review', NULL, 'a person has yet to decide: ' || CASE WHEN answer IN ('referred', 'pending') THEN 'its answer is ' || answer
         WHEN (SELECT value FROM asked WHERE name = 'final') IS NULL THEN 'the audit is not final' ELSE 'it says something of a name that may be withheld' END, NULL FROM release_finding WHERE waits
