-- on:      html
-- shows:   severities
SELECT severity, sum(findings) AS findings FROM findings_of_user GROUP BY severity
 ORDER BY CASE severity WHEN 'critical' THEN 1 WHEN 'high' THEN 2 WHEN 'medium' THEN 3 WHEN 'low' THEN 4 ELSE 5 END, severity
