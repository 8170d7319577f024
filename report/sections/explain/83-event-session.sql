-- on:      search
-- shows:   lines
-- title:   The other rows of its session
-- says:    A session is the searches of one account for one probe image; with no probe, of one reason and case number in close succession. They are linked together.
-- empty:   This search is alone in its session.
SELECT o.name, o.occurred_at || ', ' || s.path || ':' || o.line || ', case number ' || iif(o.case_withheld, 'withheld', coalesce('"' || o.case_number || '"', 'not exported'))
       || ', reason ' || iif(o.reason_withheld, 'withheld', coalesce('"' || r.text || '"', 'not exported'))
       || ', candidate selected ' || iif(o.candidate_withheld, 'withheld', coalesce('"' || o.candidate || '"', 'not exported'))
  FROM session_event e JOIN session_event v ON v.session = e.session AND v.event <> e.event JOIN event o ON o.event = v.event JOIN source s ON s.source = o.source
  LEFT JOIN reason r ON r.reason = o.reason WHERE e.event = ?1 ORDER BY o.at, o.event
