-- rule:     isolated-session
-- clause:   32.6.9
-- title:    Searches fall in the working day
-- severity: info
-- subject:  event
-- examines: timed_session
-- needs:    user_log, incident_reports
-- tells:    searched far from the usual hours of the day
-- says:     The yearly audit establishes that the system was used only by authorised members for authorised uses.
-- means:    A user of twenty or more search sessions began one with none of the others less than 8 hours before or
--           after it, at an hour of the day in which, and in the two before and after which, no other of them begins,
--           while no duty covers it and no report documents it.
-- innocent: A call-out; a change of shift; a report that is pending.
-- remedy:   Have the on-call supervisor told of each search at an hour that is unusual for its user.
-- limit:    isolated_hours 8: a night's rest. Most sessions of a small agency stand that far apart, so that this alone
--           would be true of four in five: hence the other conditions

WITH hours AS MATERIALIZED (SELECT owner, minute / 60 AS hour, count(*) AS sessions FROM timed_session GROUP BY 1, 2),
spread AS (
  SELECT owner, event, minute / 60 AS hour, first_at - lag(last_at) OVER owners AS before,
         lead(first_at) OVER owners - last_at AS after
    FROM timed_session WINDOW owners AS (PARTITION BY owner ORDER BY first_at, session)),
distant AS MATERIALIZED (
  SELECT s.event, s.owner, s.hour FROM spread s, threshold t
   WHERE s.owner IN (SELECT owner FROM hours GROUP BY owner HAVING sum(sessions) >= 20)
     AND coalesce(s.before, 864000) >= 3600 * t.isolated_hours
     AND coalesce(s.after, 864000) >= 3600 * t.isolated_hours),
alone AS (
  SELECT s.event FROM distant s JOIN hours h ON h.owner = s.owner AND (h.hour - s.hour + 26) % 24 <= 4
   GROUP BY s.event HAVING sum(h.sessions) = 1)
SELECT v.name AS subject, v.user_id, NULL AS report_number, v.occurred_at, substr(v.occurred_at, 12, 5) AS detail,
       v.who || ' searched at ' || substr(v.occurred_at, 1, 16) || ', ' || (SELECT isolated_hours FROM threshold)
         || ' hours or more from any other search of its owner and at a time of day at which none of the others begins; '
         || 'no report documents it.' AS explanation,
       v.source, v.line, v.place AS evidence
  FROM alone a JOIN search v USING (event)
 WHERE v.undocumented AND NOT EXISTS (SELECT 1 FROM duty_time d WHERE d.event = v.event);

-- otherwise:
SELECT 'does not apply' AS verdict, words FROM event_outside WHERE event = ?1
UNION ALL SELECT 'not tested', 'the time of its session is in doubt, or its user is withheld' FROM search
 WHERE event = ?1 AND session NOT IN (SELECT session FROM timed_session)
UNION ALL SELECT 'does not fire', CASE WHEN NOT s.undocumented THEN 'a report documents it'
                         ELSE 'the user has fewer than twenty sessions, another of them begins near its time of day or '
                           || 'within ' || (SELECT isolated_hours FROM threshold)
                             || ' hours of it, or duty covers it' END
  FROM search s JOIN timed_session t ON t.session = s.session WHERE s.event = ?1;
