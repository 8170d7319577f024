-- rule:     log-gap
-- clause:   32.6.8
-- title:    The log is complete
-- severity: medium
-- subject:  log
-- examines: log_id
-- needs:    user_log.event id
-- says:     All facial recognition systems log user activity.
-- means:    Ids missing from the log's sequence; the id of a rejected row is not missing.
-- innocent: The host numbers the events of all agencies; a search was cancelled after it got its number; the export was cut or filtered.

WITH ordered AS (  -- an id that stands on two rows counts once: the columns beside min() are of one of them
  SELECT prefix, digits, number, source, line, event, lead(number) OVER w AS next, lead(source || ':' || line) OVER w AS next_place
    FROM (SELECT prefix, digits, number, min(source) AS source, line, event FROM log_id GROUP BY prefix, number)
  WINDOW w AS (PARTITION BY prefix ORDER BY number))
SELECT prefix || printf('%0*d', digits, number + 1) AS subject, NULL AS user_id, NULL AS report_number,
       (SELECT e.occurred_at FROM event_local e WHERE e.event = ordered.event) AS occurred_at,
       (next - number - 1) || iif(next - number = 2, ' id', ' ids') AS detail,
       'After ' || prefix || printf('%0*d', digits, number) || ' the log goes on with ' || prefix || printf('%0*d', digits, next) || ': '
             || (next - number - 1) || iif(next - number = 2, ' id is', ' ids are') || ' missing.' AS explanation,
       source, line, source || ':' || line || ' ' || next_place AS evidence
  FROM ordered WHERE next > number + 1
