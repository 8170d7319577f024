-- on:    xlsx
-- shows: words
SELECT place, clause, severity, subject AS kind, innocent, rule FROM rule
