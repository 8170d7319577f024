-- rule:     searched-while-away
-- clause:   32.6.9
-- title:    Nobody searches while recorded as away
-- severity: low
-- subject:  event
-- examines: search_with_hours
-- outside:  search_outside_duty
-- needs:    duty_schedule
-- tells:    searched while a record says that its user was away
-- says:     The yearly audit establishes that the system was used only by authorised members for authorised uses.
-- means:    A record of leave, of a day off or of a suspension covers the moment of the search, and no record of duty
--           does.
-- innocent: The member was called in and the leave stands; the leave was cancelled; it was entered for a whole day and
--           taken for half of it.
-- remedy:   Have the on-call supervisor enter each call-in in the schedule, and suspend the accounts of members on long
--           leave or under suspension.

SELECT v.name AS subject, v.user_id, v.report_number, v.occurred_at,
       coalesce(nullif(trim(d.kind), ''), 'away') AS detail,
       v.who || ' searched at ' || substr(v.occurred_at, 1, 16) || ', in a record of "'
         || coalesce(nullif(trim(d.kind), ''), 'away') || '" from '
         || strftime('%Y-%m-%d %H:%M', d.start_at + v.utc_offset * 60, 'unixepoch') || ' to '
         || strftime('%Y-%m-%d %H:%M', d.end_at + v.utc_offset * 60, 'unixepoch') || '.' AS explanation,
       v.source, v.line, v.place || ' ' || d.source || ':' || d.line AS evidence
  FROM (SELECT event, min(shift) AS shift FROM away_time GROUP BY event) a JOIN shift d USING (shift)
  JOIN search_with_hours v USING (event);

-- otherwise:
SELECT 'does not apply' AS verdict, words FROM event_outside WHERE event = ?1
UNION ALL SELECT 'not tested', 'the search is one ' || words FROM search_outside_duty WHERE event = ?1
UNION ALL SELECT 'does not apply', 'this user has no duty records, or the log gives no time of day' FROM search
 WHERE event = ?1 AND event NOT IN (SELECT event FROM search_with_hours)
   AND event NOT IN (SELECT event FROM search_outside_duty)
UNION ALL SELECT 'does not fire', 'no record of leave covers it, or a record of duty covers it too'
  FROM search_with_hours WHERE event = ?1;
