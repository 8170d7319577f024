-- on:      dossier-sheets
-- shows:   sheet
-- title:   Pairs
-- says:    Who was searched for, by whom.
-- columns: text 24, count 12, count 14, count 12, text 40
SELECT s.candidate AS Person, count(*) AS "In this file", (SELECT count(*) FROM search o WHERE o.candidate = s.candidate) - count(*) AS "By others", sum(s.use_row NOT NULL) AS Documented, group_concat(DISTINCT s.report_number) AS "In reports"
  FROM scope_search s WHERE s.candidate NOT NULL GROUP BY s.candidate ORDER BY count(*) DESC, min(s.at)
