-- rule:     unauthorized-user
-- clause:   32.6.1
-- title:    Only authorised members search
-- severity: critical
-- subject:  event
-- examines: search
-- needs:    personnel, personnel.unit | personnel.access approved
-- says:     Only officers assigned to the Criminal Investigations Unit, or authorised by the Chief or designee, may access the system.
-- means:    A search by an account that is not in the personnel file, or by a member who on that day was in no authorised unit
--           and had no approval dated on or before it.
-- innocent: The personnel export is incomplete or older than the log; the account was renamed; a transfer or an approval was
--           entered late; a service account ran a job for somebody who is authorised.

SELECT s.name AS subject, s.user_id, s.report_number, s.occurred_at,
       CASE WHEN s.person IS NULL THEN 'not in the personnel file' ELSE 'no authorised unit, no approval' END AS detail,
       s.who || CASE WHEN s.person IS NULL THEN ' searched, and no row of the personnel file is this account''s.'
                ELSE ' searched on ' || date(s.day * 86400, 'unixepoch') || ', when the personnel file gives no assignment to an authorised unit'
                     || coalesce(' and approval only from ' || date(p.approved_day * 86400, 'unixepoch') || '.', ' and no approval.') END AS explanation,
       s.source, s.line, s.place || coalesce(' ' || p.source || ':' || p.line, '') AS evidence
  FROM search_brief b CROSS JOIN search s USING (event) LEFT JOIN person p ON p.person = b.person
 WHERE b.watch & 1
   AND (b.person IS NULL OR NOT EXISTS (SELECT 1 FROM authority a WHERE a.person = b.person AND b.day BETWEEN a.first_day AND a.last_day))
