-- on:      search
-- shows:   lines
-- title:   Duty around the moment
-- says:    The duty records of the user that touch the 36 hours before and after. A duty covers its start, not its end.
-- empty:   No duty record of this user touches those hours (or no duty schedule was supplied).
SELECT strftime('%Y-%m-%d %H:%M', d.start_at + e.utc_offset * 60, 'unixepoch') || ' to',
       strftime('%Y-%m-%d %H:%M', d.end_at + e.utc_offset * 60, 'unixepoch') || coalesce(', "' || d.kind || '"', '')
       || CASE WHEN NOT d.on_duty THEN ': no duty, covers nothing' WHEN d.start_at <= e.at AND e.at < d.end_at THEN ': covers the moment of the row'
               WHEN d.start_at <= e.at_other AND e.at_other < d.end_at THEN ': covers the second moment of the ambiguous time' ELSE ': does not cover it' END
       || ' (' || s.path || ':' || d.line || ', user "' || d.user_id || '")'
  FROM event e JOIN account mine ON mine.account = e.account JOIN account a ON a.owner = mine.owner JOIN shift d ON d.account = a.account AND d.start_at < e.at + 129600 AND d.end_at > e.at - 129600 JOIN source s ON s.source = d.source
 WHERE e.event = ?1 ORDER BY d.start_at, d.shift
