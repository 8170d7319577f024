-- rule:     consecutive-days
-- clause:   32.6.9
-- title:    Users have days without a search
-- severity: info
-- subject:  user
-- examines: searching_owner
-- needs:    user_log
-- matter:   account days
-- tells:    searched on many days in a row ({})
-- says:     The yearly audit establishes that the system was used only by authorised members for authorised uses.
-- means:    A user began a search session on each of ten or more days in a row; the longest such stretch is told.
-- innocent: A major case; a member who covers for another; several people work under one account, which is
--           shared-credentials' to show.
-- remedy:   Have a supervisor look at each stretch of daily use longer than a work cycle.
-- limit:    consecutive_days 10: no work cycle is longer than eight days; the longest stretch of ten years of other
--           agencies is of three

WITH days AS (SELECT DISTINCT owner, first_day AS day FROM session_activity),
stretch AS (
  SELECT owner, min(day) AS first_day, max(day) AS last_day, count(*) AS days
    FROM (SELECT owner, day, day - row_number() OVER (PARTITION BY owner ORDER BY day) AS run FROM days)
   GROUP BY owner, run HAVING days >= (SELECT consecutive_days FROM threshold)),
longest AS (
  SELECT *, row_number() OVER (PARTITION BY owner ORDER BY days DESC, first_day) AS place,
         count(*) OVER (PARTITION BY owner) AS times FROM stretch)
SELECT v.user_id AS subject, v.user_id, NULL AS report_number, v.occurred_at, l.days || ' days' AS detail,
       v.who || ' began searches on ' || l.days || ' days in a row, from ' || date(l.first_day * 86400, 'unixepoch')
         || ' to ' || date(l.last_day * 86400, 'unixepoch')
         || iif(l.times = 1, '.', '; so ' || l.times || ' times, and this is the longest.') AS explanation,
       v.source, v.line, (SELECT group_concat(e.source || ':' || e.line, ' ')
                            FROM session_activity s JOIN event e USING (event)
                           WHERE s.owner = l.owner AND s.first_day BETWEEN l.first_day AND l.last_day) AS evidence
  FROM longest l
  JOIN activity v ON v.event = (SELECT s.event FROM session_activity s
                                 WHERE s.owner = l.owner AND s.first_day = l.first_day ORDER BY s.first_at,
                                   s.event LIMIT 1)
 WHERE l.place = 1;

-- otherwise:
WITH days AS (SELECT DISTINCT first_day AS day FROM session_activity WHERE owner = ?1)
SELECT 'does not apply' AS verdict, 'no search of this user lies in the period' AS words
 WHERE ?1 NOT NULL AND NOT EXISTS (SELECT 1 FROM days)
UNION ALL SELECT 'does not fire', 'the longest stretch of days in a row with a search is of ' || max(n)
                 || iif(max(n) = 1, ' day', ' days') || '; the rule asks for '
                   || (SELECT consecutive_days FROM threshold)
  FROM (SELECT count(*) AS n FROM (SELECT day - row_number() OVER (ORDER BY day) AS run FROM days) GROUP BY run)
 HAVING count(*);
