-- on:      xlsx
-- shows:   sheet
-- title:   Rejected rows
-- says:    Rows that could not be read, as they were written, with the reason. They are in none of the counts.
-- columns: text 30, any 9, text 50, text 100
SELECT source_file AS "Source file", source_line AS Line, reason AS Reason, raw AS "Row as written" FROM audit_reject
