-- on:      user
-- shows:   lines
-- title:   The first twenty of them, the most severe first
-- empty:   None.
SELECT f.finding_id || ' ' || f.rule, f.severity || coalesce(', ' || s.path || ':' || f.line, '') || ': ' || f.explanation || coalesce(' Disposition: ' || f.disposition || '.', '')
  FROM finding f JOIN severity v USING (severity) LEFT JOIN source s USING (source)
 WHERE lower(f.user_id) IN (SELECT lower(user_id) FROM account WHERE owner = ?1 UNION SELECT lower(user_id) FROM person WHERE person = ?1)
 ORDER BY v.place, f.occurred_at, f.place, f.finding_id LIMIT 20
