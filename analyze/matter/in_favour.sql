-- What speaks for the person in each matter, counted over its searches; the usual innocent explanation of its worst rule stands behind it.

CREATE TEMP TABLE matter_search AS
  SELECT DISTINCT matter_id, event FROM ground WHERE event NOT NULL
   UNION SELECT g.matter_id, l.event FROM (SELECT DISTINCT matter_id, substr(matter_id, 8) AS number FROM ground WHERE kind = 'report') g
    JOIN report p ON p.number = g.number JOIN linked_event l ON l.report = p.report JOIN event e ON e.event = l.event AND e.in_period;

CREATE TEMP TABLE speaks AS       -- how many of a matter's searches each thing holds for
  SELECT x.matter_id, count(*) AS searches,
         sum(s.use_row NOT NULL) AS documented,
         sum(r.purpose IN ('criminal', 'detained', 'safety', 'health', 'unable')) AS authorised,
         sum(h.account NOT NULL AND s.at_doubt IS NOT 'no time of day' AND o.event IS NULL AND d.subject IS NULL) AS on_duty,
         sum(m.approved_day <= s.day) AS approved, sum(m.trained_day <= s.day) AS trained
    FROM matter_search x JOIN event_linked s ON s.event = x.event AND s.is_search LEFT JOIN reason r ON r.reason = s.reason
    JOIN account a ON a.account = s.account LEFT JOIN person m ON m.person = a.person
    LEFT JOIN account_hours h ON h.account = s.account LEFT JOIN outside o ON o.kind = 'duty_schedule' AND o.event = s.event
    LEFT JOIN (SELECT f.subject FROM finding_row f JOIN rule USING (place) WHERE rule = 'off-hours') d ON d.subject = s.name
   GROUP BY x.matter_id;

CREATE TEMP TABLE favour AS       -- in sentences; what holds for none is not said
  SELECT matter_id, trim(
         iif(documented, iif(searches = 1, 'The search is documented by its report. ', printf('%s documented by a report. ', iif(documented = searches, 'All its searches are', printf('%d of its %d searches are', documented, searches)))), '')
      || iif(authorised, printf('%s an authorised purpose. ', iif(searches = 1, 'The reason states', iif(authorised = searches, 'All the reasons state', printf('%d of the reasons state', authorised)))), '')
      || iif(on_duty, printf('%s in hours of duty. ', iif(searches = 1, 'It was made', iif(on_duty = searches, 'All were made', printf('%d were made', on_duty)))), '')
      || iif(approved = searches AND trained = searches, 'The user was approved and trained. ', iif(approved = searches, 'The user was approved. ', iif(trained = searches, 'The user was trained. ', '')))) AS words
    FROM speaks;
