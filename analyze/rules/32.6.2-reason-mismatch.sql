-- rule:     reason-mismatch
-- clause:   32.6.2(3)
-- title:    The log and the report are about the same thing
-- severity: info
-- subject:  event
-- examines: search_of_kind
-- needs:    user_log.reason, incident_reports.type
-- tells:    gave another kind of reason than its report has an incident type ({})
-- says:     The system is used for four kinds of purpose; for a threat to public health the Chief or designee is notified
--           before the attempt.
-- means:    The reason in the log is of public health and every incident type of the linked report is a crime, or the
--           other way round: which of them holds decides whether the Chief had to be notified.
-- innocent: A crime and a threat to health in one case; the type was entered at dispatch and never changed; the reason
--           is shorthand.
-- remedy:   Have the reason in the log and the incident type agree before a supervisor approves the report.

SELECT s.name AS subject, s.user_id, s.report_number, s.occurred_at,
       s.purpose || ' in the log, "' || s.types || '" in the report' AS detail,
       s.who || ' gave as reason "' || s.reason_text || '", which is of '
         || iif(s.purpose = 'health', 'public health', 'a crime') || '; the incident type of report ' || s.report_number
         || ' is "' || s.types || '", which is of ' || iif(s.report_purpose = 'health', 'public health', 'a crime')
         || '.' AS explanation,
       s.source, s.line, s.place || ' ' || s.report_source || ':' || s.report_line AS evidence
  FROM search_of_kind s WHERE s.purpose <> s.report_purpose;

-- otherwise:
SELECT 'does not apply' AS verdict, words FROM event_outside WHERE event = ?1
UNION ALL SELECT 'does not fire', 'reason and incident type ("' || types || '") are of the same kind' FROM search_of_kind
 WHERE event = ?1 AND purpose = report_purpose
UNION ALL SELECT 'does not apply', 'it is not surely of a report that documents it, or reason or incident type is neither of '
                 || 'a crime nor of public health' FROM search
 WHERE event = ?1 AND event NOT IN (SELECT event FROM search_of_kind);
