-- on:      rule
-- shows:   lines
-- title:   Exceptions
-- empty:   None.
SELECT f.finding_id || coalesce('  ' || s.path || ':' || f.line, ''), f.explanation || coalesce(' Disposition: ' || f.disposition || '.', '')
  FROM finding f LEFT JOIN source s USING (source) WHERE f.place = ?1 ORDER BY f.occurred_at, f.source, f.line, f.finding_id
