-- on:    csv
-- shows: file
SELECT place, rule, clause, severity, subject AS subject_kind, title, innocent FROM rule WHERE rule NOT NULL
