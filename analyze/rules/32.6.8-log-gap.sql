-- rule:     log-gap
-- clause:   32.6.8
-- title:    The log is complete
-- severity: medium
-- subject:  log
-- examines: log_id
-- needs:    user_log.event id
-- says:     All facial recognition systems log user activity.
-- means:    Ids are missing from a sequence of the log. A sequence is five or more ids that begin alike and end in
--           numbers of which at most one in five follows a gap. The id of a rejected row is not missing.
-- innocent: The host numbers the events of all agencies; a search was cancelled after it got its number; the export
--           was cut or filtered.

WITH gap AS (  -- where two rows bear the id before it, the columns beside min() are of one of them
  SELECT s.prefix, s.before, s.number AS next, s.source AS next_source, s.line AS next_line, b.digits,
         min(b.source) AS source, b.line, b.event
    FROM log_step s JOIN log_number b ON b.prefix = s.prefix AND b.number = s.before
   WHERE s.prefix IN (SELECT prefix FROM log_sequence) GROUP BY s.prefix, s.number)
SELECT prefix || printf('%0*d', digits, before + 1) AS subject, NULL AS user_id, NULL AS report_number,
       (SELECT e.occurred_at FROM event e WHERE e.event = gap.event) AS occurred_at,
       (next - before - 1) || iif(next - before = 2, ' id', ' ids') AS detail,
       'After ' || prefix || printf('%0*d', digits, before) || ' the log goes on with ' || prefix
         || printf('%0*d', digits, next) || ': '
             || (next - before - 1) || iif(next - before = 2, ' id is', ' ids are') || ' missing.' AS explanation,
       source, line, source || ':' || line || ' ' || next_source || ':' || next_line AS evidence
  FROM gap;

-- otherwise:
SELECT iif(id IS NULL, 'not tested', 'does not apply') AS verdict,
       iif(id IS NULL, 'the log has no ids', 'the id of this row is of no sequence') AS words
  FROM event WHERE event = ?1 AND NOT EXISTS (SELECT 1 FROM log_id i WHERE i.event = ?1)
UNION ALL SELECT 'does not fire', 'the log goes on from this id to the next without a gap, or ends with it'
  FROM log_id WHERE event = ?1;
