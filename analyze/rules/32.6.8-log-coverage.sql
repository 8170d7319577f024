-- rule:     log-coverage
-- clause:   32.6.8
-- title:    The log covers the period
-- severity: low
-- subject:  log
-- examines: log_row
-- outside:  log_row_outside
-- needs:    user_log
-- matter:   log coverage
-- tells:    does not reach the whole period
-- says:     All facial recognition systems log user activity.
-- means:    The log begins later or ends earlier than the period, or is silent, by more than three times its
--           longest usual pause; or its ids fall while its time rises.
-- innocent: The export was cut or filtered; the system was bought, replaced or out of service; nobody
--           searched; the host's clock was set.
-- remedy:   Have the log exported whole and for the whole period, by the host itself, and keep the query with the
--           export.

SELECT subject, NULL AS user_id, NULL AS report_number, e.occurred_at, detail,
       explanation || iif(subject = 'ids fall', '', ' The longest pause that is usual in this log is of ' || usual
           || iif(usual = 1, ' day.', ' days.')) AS explanation,
       e.source, e.line, e.source || ':' || e.line
         || coalesce(' ' || (SELECT x.source || ':' || x.line FROM log_place x WHERE x.event = f.next), '') AS evidence
  FROM (
    SELECT 'begins late' AS subject, from_on || ' to ' || date((first_day - 1) * 86400, 'unixepoch') AS detail, usual,
           first_event AS event, NULL AS next,
           'The period begins on ' || from_on || ' and the log on ' || date(first_day * 86400, 'unixepoch')
             || '.' AS explanation
      FROM log_reach WHERE first_day - from_day > 3 * usual
     UNION ALL
    SELECT 'ends early', date((last_day + 1) * 86400, 'unixepoch') || ' to ' || to_on, usual, last_event, NULL,
           'The log ends on ' || date(last_day * 86400, 'unixepoch') || ' and the period on ' || to_on || '.'
      FROM log_reach WHERE to_day - last_day > 3 * usual
     UNION ALL
    SELECT 'silent from ' || date(s.from_day * 86400, 'unixepoch'), (s.to_day - s.from_day + 1) || ' days', usual,
           coalesce(s.before_event, s.after_event), iif(s.before_event, s.after_event, NULL),
           'The log has no row from ' || date(s.from_day * 86400, 'unixepoch') || ' to '
             || date(s.to_day * 86400, 'unixepoch') || '.'
      FROM log_silence s, log_reach
     UNION ALL
    SELECT 'ids fall', count(*) || iif(count(*) = 1, ' time', ' times'), 0, event, before_event,
           'Of two rows the later bears the lower id: ' || name || ' is of ' || substr(occurred_at, 1, 16) || ', '
             || before_name || ' of ' || substr(before_at, 1, 16)
             || iif(count(*) > 1, '; so ' || count(*) || ' times.', '.')
      FROM (SELECT * FROM log_fall ORDER BY event) HAVING count(*)) f JOIN log_place e ON e.event = f.event;

-- otherwise:
SELECT iif(usual, 'does not fire', 'not tested') AS verdict,
       iif(usual, 'the log reaches over the period without such a gap',
       'the log has too few rows to show which pauses are usual') AS words FROM log_reach
UNION ALL SELECT 'not tested', 'it is among ' || words FROM log_row_outside WHERE event = ?1;
