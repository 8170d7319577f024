-- rule:     log-gap
-- clause:   32.6.8
-- title:    The log is complete
-- severity: medium
-- subject:  log
-- examines: log_id
-- outside:  log_id_outside
-- needs:    user_log.event id
-- matter:   log ids
-- tells:    lacks ids of its sequence ({})
-- says:     All facial recognition systems log user activity.
-- means:    Ids missing from the log's sequence; the id of a rejected row is not missing. Where ids are missing in
--           more than one place in five the sequence is one finding; where fewer than half are there, nothing is
--           said. Files of one system are one sequence.
-- innocent: The host numbers the events of all agencies; a search was cancelled after it got its number; the export
--           was cut or filtered.
-- remedy:   Ask the host for a log that numbers the agency's own events without gaps, and to say which numbers were
--           never used.

WITH gap AS (  -- where two rows bear the id before it, the columns beside min() are of one of them
  SELECT s.system, s.prefix, s.before, s.number AS next, s.source AS next_source, s.line AS next_line, b.digits,
    min(b.source) AS source, b.line, b.event
    FROM log_step s JOIN log_number b ON b.system = s.system AND b.prefix = s.prefix AND b.number = s.before
      GROUP BY s.system, s.prefix, s.number),
told AS (
  SELECT g.*, q.state, q.there, q.numbers, q.first, q.last, q.gaps, prefix || printf('%0*d', g.digits,
    before + 1) AS subject, prefix || printf('%0*d', g.digits, before) AS id_before,
         prefix || printf('%0*d', g.digits, next) AS id_next, next - before - 1 AS missing,
           row_number() OVER (PARTITION BY system, prefix ORDER BY next) AS place
    FROM gap g JOIN log_sequence q USING (system, prefix) WHERE q.state <> 'sparse')
SELECT subject || iif(row_number() OVER (PARTITION BY subject ORDER BY system) > 1, ' of ' || (SELECT path
  FROM source f WHERE f.source = system), '') AS subject,
       NULL AS user_id, NULL AS report_number, (SELECT e.occurred_at FROM event e
         WHERE e.event = told.event) AS occurred_at,
       CASE WHEN state = 'half' THEN (numbers - there) || ' of ' || numbers || ' ids' ELSE missing || iif(missing = 1,
         ' id', ' ids') END AS detail,
       CASE WHEN state = 'half' THEN 'Of the ' || numbers || ' ids from ' || prefix || printf('%0*d', digits, first)
         || ' to ' || prefix || printf('%0*d', digits, last) || ', '
                                     || (numbers - there) || ' are missing from the log, in ' || gaps
                                       || ' places; the first are those after ' || id_before || '.'
            ELSE 'After ' || id_before || ' the log goes on with ' || id_next || ': ' || missing || iif(missing = 1,
              ' id is', ' ids are') || ' missing.' END AS explanation,
       source, line, source || ':' || line || ' ' || next_source || ':' || next_line AS evidence
  FROM told WHERE state = 'whole' OR place = 1;

-- otherwise:
SELECT iif(id IS NULL, 'not tested', 'does not apply') AS verdict, iif(id IS NULL, 'the log has no ids',
  'the id of this row is of no sequence') AS words
  FROM event WHERE event = ?1 AND NOT EXISTS (SELECT 1 FROM log_id i WHERE i.event = ?1) AND NOT EXISTS (SELECT 1
    FROM log_id_outside o WHERE o.event = ?1)
UNION ALL SELECT 'not tested', 'it is one of the ' || words FROM log_id_outside WHERE event = ?1
UNION ALL SELECT 'does not fire', 'the log goes on from this id to the next without a gap, or ends with it'
  FROM log_id WHERE event = ?1;
