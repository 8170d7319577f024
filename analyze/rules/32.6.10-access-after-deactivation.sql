-- rule:     access-after-deactivation
-- clause:   32.6.10
-- title:    Nobody uses the system after access was deactivated
-- severity: high
-- subject:  event
-- examines: activity_of_personnel
-- outside:  activity_outside_personnel
-- needs:    personnel, personnel.access deactivated
-- matter:   account departure
-- tells:    was used after its access had been deactivated
-- says:     Access is deactivated immediately on separation or on improper use.
-- means:    Any log row, a search or not, on a day after the day on which the personnel file has the account
--           deactivated, and before it has access given anew (a later approval, or a later assignment to an
--           authorised unit).
-- innocent: Access was given anew and nobody entered it; the date is that of a plan or of another system; a job runs
--           under the account.
-- remedy:   Ask the host to confirm each deactivation in writing, and try the account afterwards.

SELECT v.name AS subject, v.user_id, NULL AS report_number, v.occurred_at,
       (v.day - d.deactivated_day) || iif(v.day - d.deactivated_day = 1, ' day after', ' days after') AS detail,
       v.who || ' was used on ' || v.on_date || ' (' || coalesce(nullif(v.action, ''), 'search')
         || '); by the personnel file it was deactivated on ' || date(d.deactivated_day * 86400, 'unixepoch')
         || coalesce(' and access was given anew on ' || date(d.restored_day * 86400, 'unixepoch'), '')
           || '.' AS explanation,
       v.source, v.line, v.place || ' ' || d.place AS evidence
  FROM activity_of_personnel v JOIN deactivation d ON d.person = v.person AND v.day > d.deactivated_day
    AND v.day < coalesce(d.restored_day, v.day + 1);

-- otherwise:
SELECT 'does not apply' AS verdict, words FROM event_outside WHERE event = ?1 AND NOT in_period
UNION ALL SELECT 'not tested', 'the row is one ' || words FROM activity_outside_personnel WHERE event = ?1
  AND person NOT NULL
UNION ALL SELECT 'not tested', 'the account is not matched to the personnel file' FROM activity WHERE event = ?1
  AND person IS NULL
UNION ALL SELECT 'does not fire', coalesce((SELECT 'access deactivated '
  || group_concat(date(d.deactivated_day * 86400, 'unixepoch') || coalesce(' until ' || date(d.restored_day * 86400,
  'unixepoch'), ''), ', ') || ', not before that day, ' || v.on_date
                   FROM deactivation d WHERE d.person = v.person HAVING count(*)),
                     'the personnel file gives no date of deactivation') || ' (' || f.path || ':' || p.line || ')'
  FROM activity v JOIN person p ON p.person = v.person JOIN source f ON f.source = p.source WHERE v.event = ?1;
