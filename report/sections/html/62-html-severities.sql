-- on:      html
-- shows:   severities
SELECT severity, findings FROM findings_of_severity WHERE findings ORDER BY place
