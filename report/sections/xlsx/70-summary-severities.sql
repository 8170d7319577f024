-- on:      xlsx
-- shows:   summary
-- columns: text 9, count 9
SELECT severity AS Severity, findings AS Findings FROM findings_of_severity ORDER BY place
