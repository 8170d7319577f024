-- on:      pdf
-- shows:   table
-- title:   Rules as run
-- says:    The text of each rule is in the sheet Rules of audit.xlsx and in audit.db.
-- columns: text 19, text 17, text 38, small 30
-- empty:   No rule was evaluated.
SELECT coalesce(rule, '(a person)') AS Rule, clause AS Clause, replace(coalesce(nullif(needs, ''), '–'), '_', ' ') AS "Needs", path AS "File" FROM rule ORDER BY place
