-- rule:     log-edited
-- clause:   32.6.8
-- title:    A row of the log is written once
-- severity: low
-- subject:  event
-- examines: log_named
-- needs:    user_log.event id
-- matter:   log edited
-- tells:    has an id with two contents
-- says:     All facial recognition systems log user activity.
-- means:    The log's own id stands on two rows that are of one event (the same moment; or the same account and probe
--           image, or case and reason) and say different things. Equal rows are duplicates, whatever row counters or
--           print stamps stand beside them and however the moment is spelled.
-- innocent: The host writes a row again when a candidate is chosen or a reason corrected; two exports were made
--           before and after that.
-- remedy:   Ask the host to append corrections as rows of their own, with who made them and when.

WITH pair AS (  -- the row that bears the id, and a later one; which columns differ
  SELECT b.event AS first, e.event AS other,
         iif(e.account <> b.account, '+user', '') || iif(e.at <> b.at OR e.at_ms <> b.at_ms, '+time', '')
           || iif(coalesce(e.action, '') <> coalesce(b.action, ''), '+action', '')
         || iif(coalesce(e.workstation, '') <> coalesce(b.workstation, ''), '+workstation', '')
         || iif(coalesce(e.case_number, '') <> coalesce(b.case_number, ''), '+case number', '')
         || iif(e.reason IS NOT b.reason, '+reason', '')
         || iif(coalesce(e.probe, '') <> coalesce(b.probe, ''), '+probe image', '')
         || iif(coalesce(e.returned, '') <> coalesce(b.returned, ''), '+candidates returned', '')
         || iif(coalesce(e.candidate, '') <> coalesce(b.candidate, ''), '+candidate selected', '') AS columns
    FROM event e JOIN event b ON b.name = e.id
   WHERE e.name <> e.id AND (e.in_period OR b.in_period)
     AND (e.at = b.at OR (e.account = b.account AND ((e.probe <> '' AND e.probe = b.probe)
                                                     OR (e.case_number <> '' AND e.case_number = b.case_number
                                                         AND e.reason IS b.reason))))),
edited AS (SELECT first, min(other) AS other, count(*) + 1 AS rows, columns FROM pair GROUP BY first)
SELECT b.name AS subject, a.user_id, NULL AS report_number, b.occurred_at, coalesce(nullif(substr(x.columns, 2), ''),
                                                            'another column') AS detail,
       'The log has ' || x.rows || ' rows of the id ' || b.name || ' that differ ('
         || coalesce(nullif(replace(substr(x.columns, 2), '+', ', '), ''), 'another column') || ')'
         || CASE WHEN coalesce(e.candidate, '') <> coalesce(b.candidate, '') THEN ': the candidate selected is "'
         || coalesce(b.candidate, '') || '" in one and "' || coalesce(e.candidate, '') || '" in the other'
                 WHEN coalesce(e.case_number, '') <> coalesce(b.case_number, '') THEN ': the case number is "'
                 || coalesce(b.case_number, '') || '" in one and "' || coalesce(e.case_number, '') || '" in the other'
                 WHEN e.reason IS NOT b.reason THEN ': the reason is "' || coalesce(r.text, '') || '" in one and "'
                 || coalesce(o.text, '') || '" in the other' ELSE '' END || '.' AS explanation,
       b.source, b.line, b.source || ':' || b.line || ' ' || e.source || ':' || e.line AS evidence
  FROM edited x JOIN event b ON b.event = x.first JOIN event e ON e.event = x.other
  JOIN account a ON a.account = b.account
  LEFT JOIN reason r ON r.reason = b.reason LEFT JOIN reason o ON o.reason = e.reason;

-- otherwise:
SELECT iif(coalesce(id, '') = '', 'not tested', 'does not fire') AS verdict,
       CASE WHEN coalesce(id, '') = '' THEN 'the row has no id of the log'
         WHEN name <> id THEN 'the other row of this id is of another event'
         ELSE 'no other row of the log bears this id with other contents' END AS words
  FROM event WHERE event = ?1;
