-- rule:     burst
-- clause:   32.6.9
-- title:    Searches are single
-- severity: info
-- subject:  event
-- examines: timed_session
-- needs:    user_log
-- tells:    began many sessions within an hour
-- says:     The yearly audit establishes that the system was used only by authorised members for authorised uses.
-- means:    Ten or more search sessions of one user begin within 60 minutes; the finding is on the first of them.
-- innocent: One case with many images; a list that was worked off; a training that was not marked as one.
-- remedy:   Have a supervisor release a batch of images before it is run, under one case.
-- limit:    burst_sessions 10, burst_minutes 60: one search every six minutes is no work on a case any more; the
--           busiest hour of ten years of other agencies has fewer

WITH numbered AS (
  SELECT owner, event, first_at, row_number() OVER owners AS number,
         lag(first_at, (SELECT burst_sessions - 1 FROM threshold)) OVER owners AS back_at
    FROM timed_session WINDOW owners AS (PARTITION BY owner ORDER BY first_at, session)),
dense AS (  -- sessions that complete ten; those of one burst have the same difference
  SELECT *, number - row_number() OVER (PARTITION BY owner ORDER BY number) AS burst FROM numbered
   WHERE first_at - back_at <= (SELECT burst_minutes * 60 FROM threshold)),
bursts AS (
  SELECT owner, min(number) - (SELECT burst_sessions - 1 FROM threshold) AS first, max(number) AS last
    FROM dense GROUP BY owner, burst)
SELECT v.name AS subject, v.user_id, NULL AS report_number, v.occurred_at, (b.last - b.first + 1)
  || ' sessions' AS detail,
       v.who || ' began ' || (b.last - b.first + 1) || ' search sessions from ' || substr(v.occurred_at, 1, 16)
         || ' on within ' || ((max(n.first_at) - min(n.first_at) + 59) / 60) || ' minutes.' AS explanation,
       v.source, v.line, group_concat(e.source || ':' || e.line, ' ') AS evidence
  FROM bursts b JOIN numbered f ON f.owner = b.owner AND f.number = b.first
  JOIN numbered n ON n.owner = b.owner AND n.number BETWEEN b.first AND b.last
  JOIN event e ON e.event = n.event JOIN activity v ON v.event = f.event
 GROUP BY b.owner, b.first;

-- otherwise:
SELECT 'does not apply' AS verdict, words FROM event_outside WHERE event = ?1
UNION ALL SELECT 'not tested', 'the time of its session is in doubt, or its user is withheld' FROM search
 WHERE event = ?1 AND session NOT IN (SELECT session FROM timed_session)
UNION ALL SELECT 'does not fire', 'the user began ' || count(*) || iif(count(*) = 1, ' session', ' sessions')
                 || ' in the ' || (SELECT burst_minutes FROM threshold)
                   || ' minutes from its session on; the rule asks for '
                 || (SELECT burst_sessions FROM threshold) || ', and is on the first of them'
  FROM search s JOIN timed_session t ON t.session = s.session
  JOIN timed_session n ON n.owner = t.owner
   AND n.first_at BETWEEN t.first_at AND t.first_at + (SELECT burst_minutes * 60 FROM threshold)
 WHERE s.event = ?1 HAVING count(*);
