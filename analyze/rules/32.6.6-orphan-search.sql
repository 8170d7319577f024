-- rule:     orphan-search
-- clause:   32.6.6
-- title:    Every search is documented in an incident report
-- severity: high
-- subject:  event
-- examines: search_evaluated
-- outside:  search_unlinked_outside
-- needs:    incident_reports
-- tells:    searched with no report supplied
-- says:     Every use of FACESNXT or any other facial recognition system, whatever the reason, is documented in an
--           incident report.
-- means:    A search that is linked to no report, where the reports supplied reach it: neither before the first nor
--           so near the last that its report may not be written yet.
-- innocent: The report is not yet written or approved; it belongs to another agency; the number was mistyped beyond
--           one slip; the reports supplied do not cover the time.
-- remedy:   Ask the host to make the case number a required field in the agency's own format, and send each user a
--           monthly list of searches without a report.

SELECT s.name AS subject, s.user_id, NULL AS report_number, s.occurred_at, s.orphan_kind AS detail,
       s.who || ' searched on ' || substr(s.occurred_at, 1, 10) || coalesce(', citing "' || nullif(s.case_number, '') || '". ', '. ')
         || coalesce(s.link_why, '') AS explanation,
       s.source, s.line, s.place AS evidence
  FROM search_evaluated s
 WHERE s.report IS NULL;

-- otherwise:
SELECT 'does not apply' AS verdict, words FROM event_outside WHERE event = ?1
UNION ALL SELECT 'does not fire', 'linked to report ' || report_number || ' by ' || method || ', confidence '
                 || printf('%.2f', confidence)
  FROM search WHERE event = ?1 AND report NOT NULL
UNION ALL SELECT 'not tested', link_why FROM search_unevaluated WHERE event = ?1
UNION ALL SELECT 'not tested', 'the search is one ' || words FROM search_unlinked_outside WHERE event = ?1;
