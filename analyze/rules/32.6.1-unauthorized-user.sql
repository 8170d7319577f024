-- rule:     unauthorized-user
-- clause:   32.6.1
-- title:    Only authorised members search
-- severity: critical
-- subject:  event
-- examines: search_of_personnel
-- outside:  search_outside_personnel
-- needs:    personnel, personnel.unit | personnel.access approved
-- matter:   account access
-- tells:    searched with no authorised unit or approval on file
-- says:     Only officers assigned to the Criminal Investigations Unit, or authorised by the Chief or designee, may
--           access the system.
-- means:    A search by an account that is not in the personnel file, or by a member who on that day was in no
--           authorised unit and had no approval dated on or before it.
-- innocent: The personnel export is incomplete or older than the log; the account was renamed; a transfer or an
--           approval was entered late; a service account ran a job for somebody who is authorised.
-- remedy:   Tie accounts to the roster: open one only with the written approval on file, and compare the list of
--           accounts with the roster every month.

SELECT s.name AS subject, s.user_id, s.report_number, s.occurred_at,
       iif(s.person IS NULL, 'not in the personnel file',
           'no authorised unit, ' || coalesce('approved ' || s.approved_on, 'no approval')) AS detail,
       s.who || CASE WHEN s.person IS NULL THEN ' searched, and the personnel file has no row for this account.'
                ELSE ' searched on ' || s.on_date
                || ', when the personnel file gives no assignment to an authorised unit'
                     || coalesce(' and approval only from ' || s.approved_on
                                 || '.', ' and no approval.') END AS explanation,
       s.source, s.line, s.place || coalesce(' ' || s.person_place, '') AS evidence
  FROM search_of_personnel s
 WHERE s.person IS NULL
    OR ((s.approved_day IS NULL OR s.approved_day > s.day)
        AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.person = s.person AND a.authorized
                           AND s.day BETWEEN coalesce(a.from_day, s.day) AND coalesce(a.to_day, s.day)));

-- otherwise:
SELECT 'does not apply' AS verdict, words FROM event_outside WHERE event = ?1
UNION ALL SELECT 'not tested', 'the search is one ' || words FROM search_outside_personnel WHERE event = ?1
UNION ALL SELECT * FROM (
  SELECT 'does not fire', 'the personnel file gives unit "' || coalesce(t.unit, '') || '" from '
         || coalesce(date(t.from_day * 86400, 'unixepoch'), '(no date)')
         || ' to ' || coalesce(date(t.to_day * 86400, 'unixepoch'), '(no date)')
         || ', an authorised unit on that day, '
         || v.on_date || ' (' || f.path || ':' || t.line || ')'
    FROM search v JOIN assignment t ON t.person = v.person JOIN source f ON f.source = t.source
   WHERE v.event = ?1 AND t.authorized AND v.day BETWEEN coalesce(t.from_day, v.day)
         AND coalesce(t.to_day, v.day) LIMIT 1)
UNION ALL SELECT 'does not fire', 'the personnel file gives approval on ' || v.approved_on
                 || ', on or before that day, ' || v.on_date || ' (' || f.path || ':' || p.line || ')'
  FROM search v JOIN person p ON p.person = v.person JOIN source f ON f.source = p.source WHERE v.event = ?1
       AND p.approved_day <= v.day;
