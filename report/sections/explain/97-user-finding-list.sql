-- on:      user
-- shows:   lines
-- title:   The first twenty of them, the most severe first
-- empty:   None.
SELECT f.finding_id || ' ' || f.rule, f.severity || coalesce(', ' || s.path || ':' || f.line, '') || ': ' || f.explanation || coalesce(' Disposition: ' || f.disposition || '.', '')
  FROM finding f LEFT JOIN source s USING (source)
 WHERE lower(f.user_id) IN (SELECT lower(user_id) FROM account WHERE person = ?1 UNION SELECT lower(user_id) FROM person WHERE person = ?1)
 ORDER BY CASE f.severity WHEN 'critical' THEN 0 WHEN 'high' THEN 1 WHEN 'medium' THEN 2 WHEN 'low' THEN 3 ELSE 4 END, f.occurred_at, f.place, f.finding_id LIMIT 20
