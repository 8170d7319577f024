-- on:      report-searches
-- shows:   lines
-- title:   The searches linked to it
-- empty:   No search of the log is linked to it.
WITH n AS (SELECT n.*, a.user_id FROM session n JOIN account a USING (account) WHERE n.report = ?1)
SELECT label, text FROM (
  SELECT session, 0 AS turn, e.at, 'search ' || e.name AS label, e.occurred_at || ', user "' || n.user_id || '" (' || s.path || ':' || e.line || ')' AS text
    FROM n JOIN session_event USING (session) JOIN event e USING (event) JOIN source s ON s.source = e.source
  UNION ALL SELECT session, 1, 0, 'link', method || ', confidence ' || printf('%.2f', confidence) FROM n
  UNION ALL SELECT session, 2, 0, 'evidence', why FROM n)
 ORDER BY session, turn, at
