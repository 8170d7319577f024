-- on:      user
-- shows:   lines
-- title:   Sessions linked with less than 0.60 confidence
-- empty:   None.
SELECT 'search ' || e.name || coalesce(', report ' || p.number, ''), printf('confidence %.2f, ', n.confidence) || n.method || '. ' || n.why
  FROM session n JOIN account a USING (account) JOIN event e ON e.event = n.session LEFT JOIN report p ON p.report = n.report
 WHERE a.owner = ?1 AND n.confidence < 0.6 ORDER BY n.session
