-- rule:     untrained-user
-- clause:   32.6.11(2)
-- title:    Users complete the training before use
-- severity: medium
-- subject:  event
-- examines: search_by_known_user
-- outside:  known_outside_personnel
-- needs:    personnel, personnel.training completed
-- matter:   account training
-- tells:    searched with no completed training on file
-- says:     Users complete the online training before they use the system.
-- means:    A search by a known user who has no training date, or one after that day.
-- innocent: The training record was kept elsewhere or entered late; the date is that of a refresher.
-- remedy:   Have the host open an account only with the certificate of the online training, and keep its date in the
--           personnel file.

SELECT s.name AS subject, s.user_id, s.report_number, s.occurred_at,
       coalesce('trained ' || s.trained_on, 'no training') AS detail,
       s.who || ' searched on ' || s.on_date || '; the personnel file gives '
             || coalesce('training only on ' || s.trained_on || '.', 'no date of training.') AS explanation,
       s.source, s.line, s.place || ' ' || s.person_place AS evidence
  FROM search_by_known_user s
 WHERE s.trained_day IS NULL OR s.trained_day > s.day;

-- otherwise:
SELECT 'does not apply' AS verdict, words FROM event_outside WHERE event = ?1
UNION ALL SELECT 'not tested', 'the search is one ' || words FROM known_outside_personnel WHERE event = ?1
UNION ALL SELECT 'not tested', 'the account is not matched to the personnel file'
  FROM search WHERE event = ?1 AND person IS NULL
UNION ALL SELECT 'does not fire', 'training completed ' || v.trained_on || ', on or before that day, ' || v.on_date
                 || ' (' || f.path || ':' || p.line || ')'
  FROM search v JOIN person p ON p.person = v.person JOIN source f ON f.source = p.source WHERE v.event = ?1
       AND p.trained_day <= v.day;
