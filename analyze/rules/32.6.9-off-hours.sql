-- rule:     off-hours
-- clause:   32.6.9
-- title:    Searches fall in hours of duty
-- severity: low
-- subject:  event
-- examines: search_with_hours
-- outside:  search_outside_duty
-- needs:    duty_schedule | personnel.shift start | hours
-- tells:    searched outside the hours of duty on record
-- says:     The yearly audit establishes that the system was used only by authorised members for authorised uses.
-- means:    A search at a time that no duty record of the user covers. A record covers the time from its start up to
--           its end, the end itself not included; a record of leave covers nothing. Where there is no duty schedule:
--           a search outside the shift hours of the personnel file or, where there are none, of [hours] in audit.ini.
-- innocent: Overtime, a call-out, court or a traded shift that was not entered; the clocks of the two systems differ;
--           the search was made from home on request.
-- remedy:   Enter overtime, call-outs and traded shifts in the schedule, and set the clocks of both systems by one
--           source.

SELECT s.name AS subject, s.user_id, s.report_number, s.occurred_at,
       substr(s.occurred_at, 12, 5) AS detail,
       s.who || ' searched at ' || substr(s.occurred_at, 1, 16)
         || iif(s.at_doubt = 'ambiguous', ' (a local time that occurred twice; neither is covered)', '')
         || CASE WHEN s.duty_account THEN '; ' || coalesce(
                iif(d.before, 'the nearest duty ended ', 'the nearest duty began ')
                  || CASE WHEN d.at_once THEN 'at that moment, ' ELSE d.distance || iif(d.before, ' before, at ',
                    ' later, at ') END
                  || strftime('%Y-%m-%d %H:%M', iif(d.before, d.end_at, d.start_at) + s.utc_offset * 60, 'unixepoch')
                    || '.',
                'no duty is recorded.')
            ELSE '; the hours of duty given are ' || s.hours
              || iif(s.free_day, ', and none begin on a ' || s.day_name || '.', '.') END AS explanation,
       s.source, s.line, s.place || coalesce(' ' || d.source || ':' || d.line, '') AS evidence
  FROM search_with_hours s LEFT JOIN nearest_duty d USING (event)
 WHERE CASE WHEN s.duty_account THEN
         s.event NOT IN (SELECT event FROM duty_time)
       WHEN s.free_day THEN 1
       WHEN s.shift_start < s.shift_end THEN s.minute < s.shift_start OR s.minute >= s.shift_end
       ELSE s.minute < s.shift_start AND s.minute >= s.shift_end END;

-- otherwise:
SELECT 'does not apply' AS verdict, words FROM event_outside WHERE event = ?1
UNION ALL SELECT 'not tested', iif(at_doubt = 'no time of day', 'the log gives no time of day',
                 iif((SELECT count(*) FROM source WHERE kind = 'duty_schedule'), 'this user has no duty records',
                     'this user has neither duty records nor shift hours'))
  FROM search WHERE event = ?1 AND NOT EXISTS (SELECT 1 FROM search_with_hours h WHERE h.event = ?1)
       AND NOT EXISTS (SELECT 1 FROM search_outside_duty o WHERE o.event = ?1)
UNION ALL SELECT 'not tested', 'the search is one ' || words FROM search_outside_duty WHERE event = ?1
UNION ALL SELECT 'does not fire', 'a duty record from ' || strftime('%Y-%m-%d %H:%M', d.start_at + s.utc_offset * 60,
                                                            'unixepoch') || ' to '
                 || strftime('%Y-%m-%d %H:%M', d.end_at + s.utc_offset * 60, 'unixepoch') || ' covers '
                 || iif(d.covers_first, 'the moment', 'the second moment of the ambiguous time') || ' (' || f.path
                 || ':' || d.line || ')'
  FROM search_with_hours s JOIN duty_time d USING (event) JOIN source f ON f.source = d.source WHERE s.event = ?1
UNION ALL SELECT 'does not fire', printf('the hours of duty given are %02d:%02d to %02d:%02d, which cover the moment',
                                         s.shift_start / 60, s.shift_start % 60, s.shift_end / 60, s.shift_end % 60)
                 || coalesce(' (' || (SELECT f.path || ':' || p.line FROM person p
                                       JOIN source f ON f.source = p.source WHERE p.person = s.person) || ')', '')
  FROM search_with_hours s WHERE s.event = ?1 AND s.duty_account IS NULL;
