-- rule:     access-after-separation
-- clause:   32.6.10
-- title:    Nobody uses the system after leaving
-- severity: critical
-- subject:  event
-- examines: activity_of_personnel
-- outside:  activity_outside_personnel
-- needs:    personnel, personnel.separated
-- matter:   account departure
-- tells:    was used after its owner's date of separation
-- says:     Access is deactivated immediately on separation from the Department.
-- means:    Any log row, a search or not, on a day after the day of the user's separation and before the return, if
--           there was one.
-- innocent: The separation date was entered wrongly; the member came back before the date of the return; the account
--           was handed on and renamed; a job runs under it.
-- remedy:   Put the deactivation of the account on the checklist of the last day, and compare separations with the
--           host's list of accounts every month.

SELECT v.name AS subject, v.user_id, NULL AS report_number, v.occurred_at,
       (v.day - w.separated_day) || iif(v.day - w.separated_day = 1, ' day after', ' days after') AS detail,
       v.who || ' was used on ' || v.on_date || ' (' || coalesce(nullif(v.action, ''), 'search')
         || '); by the personnel file its owner left on ' || date(w.separated_day * 86400, 'unixepoch')
         || coalesce(' and came back on ' || date(w.returned_day * 86400, 'unixepoch'), '') || '.' AS explanation,
       v.source, v.line, v.place || ' ' || w.place AS evidence
  FROM activity_of_personnel v JOIN absence w ON w.person = v.person AND v.day > w.separated_day
    AND v.day < coalesce(w.returned_day, v.day + 1);

-- otherwise:
SELECT 'does not apply' AS verdict, words FROM event_outside WHERE event = ?1 AND NOT in_period
UNION ALL SELECT 'not tested', 'the row is one ' || words FROM activity_outside_personnel WHERE event = ?1
  AND person NOT NULL
UNION ALL SELECT 'not tested', 'the account is not matched to the personnel file' FROM activity WHERE event = ?1
  AND person IS NULL
UNION ALL SELECT 'does not fire', coalesce((SELECT 'separated ' || group_concat(date(w.separated_day * 86400,
  'unixepoch') || coalesce(' until ' || date(w.returned_day * 86400, 'unixepoch'), ''), ', ') || ', not on that day, '
  || v.on_date
                   FROM absence w WHERE w.person = v.person HAVING count(*)),
                     'the personnel file gives no separation') || ' (' || f.path || ':' || p.line || ')'
  FROM activity v JOIN person p ON p.person = v.person JOIN source f ON f.source = p.source WHERE v.event = ?1;
