-- rule:     unapproved-access
-- clause:   32.6.11(1)
-- title:    New users are approved by the Chief or designee
-- severity: high
-- subject:  event
-- examines: search_by_new_user
-- outside:  new_user_outside
-- needs:    personnel, personnel.access approved
-- matter:   account access
-- tells:    searched with no approval on file
-- says:     New users need the approval of the Chief or designee.
-- means:    A search by a known user who has no approval, or one dated after that day. Where audit.ini says when the
--           directive took effect, whoever had access before is not a new user, and nothing is said of them.
-- innocent: The approval exists on paper and was not entered; it was given for the whole unit; the date is that of a
--           renewal.
-- remedy:   Open no account before the signed approval is on file, and enter its date in the personnel file on the
--           same day.

SELECT s.name AS subject, s.user_id, s.report_number, s.occurred_at,
       coalesce('approved ' || s.approved_on, 'no approval') AS detail,
       s.who || ' searched on ' || s.on_date || '; the personnel file gives '
             || coalesce('approval only from ' || s.approved_on || '.', 'no date of approval.') AS explanation,
       s.source, s.line, s.place || ' ' || s.person_place AS evidence
  FROM search_by_new_user s
 WHERE s.approved_day IS NULL OR s.approved_day > s.day;

-- otherwise:
SELECT 'does not apply' AS verdict, words FROM event_outside WHERE event = ?1
UNION ALL SELECT 'not tested', 'the search is one ' || words FROM new_user_outside WHERE event = ?1
UNION ALL SELECT 'not tested', x.what || ' of ' || date(x.day * 86400, 'unixepoch')
  || ' shows the access before that day ('
                 || f.path || ':' || x.line || ')'
  FROM search v JOIN earlier_access x USING (person) JOIN source f ON f.source = x.source WHERE v.event = ?1
       AND coalesce(v.approved_day > v.day, 1)
UNION ALL SELECT 'not tested', 'the account is not matched to the personnel file'
  FROM search WHERE event = ?1 AND person IS NULL
UNION ALL SELECT 'does not fire', 'approved ' || v.approved_on || ', on or before that day, ' || v.on_date
                 || ' (' || f.path || ':' || p.line || ')'
  FROM search v JOIN person p ON p.person = v.person JOIN source f ON f.source = p.source WHERE v.event = ?1
       AND p.approved_day <= v.day;
