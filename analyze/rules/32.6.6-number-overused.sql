-- rule:     number-overused
-- clause:   32.6.6
-- title:    One case number does not stand for many searches
-- severity: info
-- subject:  event
-- examines: session_with_number
-- needs:    user_log.case number
-- tells:    cited a number that many sessions cite
-- says:     Every use is documented in an incident report.
-- means:    One case number is cited in ten or more search sessions; the finding is on the first of them.
-- innocent: A long case, a gang or a crowd with many images; a task force that works under one number.
-- remedy:   Ask the host for a field beside the case number that tells which image a search is about, and have the
--           report list them.
-- limit:    overused_sessions 10: the busiest case of ten years of other agencies has four sessions

WITH cited AS (
  SELECT case_key, count(*) AS times, count(DISTINCT owner) AS owners, max(first_day) AS last_day, event,
         min(first_at)
    FROM session_with_number GROUP BY case_key HAVING times >= (SELECT overused_sessions FROM threshold))
SELECT v.name AS subject, iif(owners = 1, v.user_id, NULL) AS user_id, v.report_number, v.occurred_at,
       times || ' sessions' AS detail,
       'The number "' || v.case_number || '" is cited in ' || times || ' search sessions of ' || owners
         || iif(owners = 1, ' user', ' users') || ', from ' || v.on_date || ' to '
         || date(c.last_day * 86400, 'unixepoch')
         || iif(v.report_number IS NULL, '.', '; the first is linked to report ' || v.report_number || '.')
         AS explanation,
       v.source, v.line, (SELECT group_concat(e.source || ':' || e.line, ' ')
                            FROM session_with_number s CROSS JOIN event e USING (event)
                           WHERE s.case_key = c.case_key) AS evidence
  FROM cited c JOIN activity v USING (event);

-- otherwise:
SELECT 'does not apply' AS verdict, words FROM event_outside WHERE event = ?1
UNION ALL SELECT 'does not apply', 'the search cites no number' FROM search WHERE event = ?1 AND case_key IS NULL
UNION ALL SELECT 'does not fire', 'its number is cited in ' || count(*) || iif(count(*) = 1, ' session', ' sessions')
                 || '; the rule asks for ' || (SELECT overused_sessions FROM threshold)
                 || ', and is on the first of them'
  FROM search s JOIN session_with_number n USING (case_key) WHERE s.event = ?1 HAVING count(*);
