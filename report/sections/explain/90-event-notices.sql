-- on:      search
-- shows:   lines
-- title:   Notifications to the Chief before it
-- says:    Every notification in the hours up to the search that count ([thresholds] notice_hours of audit.ini), whoever made it.
-- empty:   There is no notification in those hours (or no file of notifications was supplied).
SELECT strftime('%Y-%m-%d %H:%M', n.at + e.utc_offset * 60, 'unixepoch'),
       ((e.at - n.at) / 3600) || ' h ' || ((e.at - n.at) % 3600 / 60) || ' min before: ' || coalesce('"' || n.notified || '"', '(not exported)') || coalesce(', by ' || n.method, '')
       || ', user ' || coalesce('"' || n.user_id || '"', 'not exported') || ', case ' || coalesce('"' || n.case_number || '"', 'not exported')
       || coalesce(', subject "' || n.subject || '"', '')
       || CASE WHEN n.case_key NOT NULL AND iif(x.report NOT NULL, n.report = x.report, n.case_key = x.case_key) THEN ': names the case of this search'
               WHEN n.case_key NOT NULL THEN ': names another case' WHEN (SELECT a.owner FROM account a WHERE a.account = n.account) = (SELECT a.owner FROM account a WHERE a.account = e.account) THEN ': names no case, and the user of this search'
               ELSE ': names no case, and not the user of this search' END
       || ' (' || s.path || ':' || n.line || ')'
  FROM event e JOIN event_linked x USING (event)
  JOIN notice n ON n.at BETWEEN e.at - 3600 * (SELECT notice_hours FROM threshold) AND e.at
  JOIN source s ON s.source = n.source
 WHERE e.event = ?1 ORDER BY n.at, n.notice
