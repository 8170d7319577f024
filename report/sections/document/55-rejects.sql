-- on:      pdf page html-method
-- shows:   table
-- title:   Rejected rows
-- level:   2
-- says:    These rows could not be read and are in none of the counts. Each is kept whole.
-- columns: small 24, text 30, text 46
-- most:    20
-- rest:    in the sheet Rejected rows of audit.xlsx
SELECT source_file || ':' || source_line AS Source, reason AS Reason, substr(raw, 1, 160) || iif(length(raw) > 160, '…', '') AS "Row as written" FROM audit_reject
