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

WITH gap AS (  -- between the run that ends with the greatest id so far and the next
  SELECT n.prefix, n.before, n.first AS next, min(n.first_source) AS next_source, n.first_line AS next_line
    FROM log_step n WHERE n.first > n.before + 1 AND n.prefix IN (SELECT prefix FROM log_sequence) GROUP BY n.prefix, n.before),
ordered AS (  -- an id that stands on two rows counts once: the columns beside min() are of one of them
  SELECT g.*, r.digits, min(r.last_source) AS source, r.last_line AS line, r.last_event AS event
    FROM gap g JOIN log_run r ON r.prefix = g.prefix AND r.last = g.before GROUP BY g.prefix, g.before)
SELECT prefix || printf('%0*d', digits, before + 1) AS subject, NULL AS user_id, NULL AS report_number,
       (SELECT e.occurred_at FROM event e WHERE e.event = ordered.event) AS occurred_at,
       (next - before - 1) || iif(next - before = 2, ' id', ' ids') AS detail,
       'After ' || prefix || printf('%0*d', digits, before) || ' the log goes on with ' || prefix || printf('%0*d', digits, next) || ': '
             || (next - before - 1) || iif(next - before = 2, ' id is', ' ids are') || ' missing.' AS explanation,
       source, line, source || ':' || line || ' ' || next_source || ':' || next_line AS evidence
  FROM ordered
