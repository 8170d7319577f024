-- rule:     inactive-account
-- clause:   32.6.10
-- title:    Access that nobody uses is closed
-- severity: info
-- subject:  user
-- examines: access_held
-- needs:    personnel, personnel.unit | personnel.access approved
-- matter:   account access
-- tells:    has access and no recent use in the log ({})
-- says:     Access is deactivated immediately on separation or on improper use.
-- means:    A member with access to the end of the period, or of the log, and no row in the log for 90 days or more
--           before it, or none since access was given.
-- innocent: A supervisor who has access for cases that did not come; a long leave; the member uses another account.
-- remedy:   Go through the accounts every quarter, close those that nobody used, and open them again on request.
-- limit:    inactive_days 90: what auditors of other police systems ask for (CSA 2019-118); a quarter of the year

SELECT a.user_id AS subject, a.user_id, NULL AS report_number,
       (SELECT e.occurred_at FROM event e WHERE e.event = a.event) AS occurred_at,
       iif(a.last_day IS NULL, 'never used', (a.end_day - a.last_day) || ' days') AS detail,
       'The account ' || a.who || iif(a.who <> a.user_id, ',', '') || ' has access to '
         || date(a.end_day * 86400, 'unixepoch')
         || iif(a.last_day IS NULL, ' and no row in the log.',
                ' and was last used on ' || date(a.last_day * 86400, 'unixepoch') || ', ' || (a.end_day - a.last_day)
                || ' days before.') AS explanation,
       a.source, a.line, a.source || ':' || a.line
         || coalesce(' ' || (SELECT e.source || ':' || e.line FROM event e WHERE e.event = a.event), '') AS evidence
  FROM access_held a, threshold t
 WHERE a.end_day - max(coalesce(a.last_day, a.held_day), a.held_day) >= t.inactive_days;

-- otherwise:
SELECT 'does not apply' AS verdict, 'the personnel file gives no access to the end of the period' AS words
 WHERE ?1 > 0 AND ?1 NOT IN (SELECT person FROM access_held)
UNION ALL SELECT 'not tested', 'the account is not matched to the personnel file' WHERE ?1 < 0
UNION ALL SELECT 'does not fire', CASE WHEN last_day >= held_day THEN 'last used on '
  WHEN held_day = (SELECT from_day FROM period)
                                           THEN 'the period begins on ' ELSE 'access was given on ' END
                 || date(max(coalesce(last_day, held_day), held_day) * 86400, 'unixepoch')
                 || ', less than ' || (SELECT inactive_days FROM threshold) || ' days before '
                 || date(end_day * 86400, 'unixepoch')
  FROM access_held WHERE person = ?1;
