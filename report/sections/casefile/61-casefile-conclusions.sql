-- on:    dossier-user dossier-report
-- shows: table
-- title: Findings of fact
-- level: 2
-- says:  Blank: for whoever investigates, one each. Sustained, not sustained, exonerated, unfounded or policy failure; by what standard of proof; by whom, and when.
-- columns: count 4, text 22, text 30, text 24, text 16, text 26
SELECT item AS "No.", clauses AS Clause, char(160) AS Finding, char(160) AS "Standard of proof", char(160) AS "On", char(160) AS "By" FROM scope_matter ORDER BY item
