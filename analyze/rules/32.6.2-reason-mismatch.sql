-- rule:     reason-mismatch
-- clause:   32.6.2(3)
-- title:    The log and the report are about the same thing
-- severity: info
-- subject:  report
-- examines: report_of_kind
-- needs:    user_log.reason, incident_reports.type
-- tells:    has an incident type of another kind than the reason in the log ({})
-- says:     The system is used for four kinds of purpose; for a threat to public health the Chief or designee is notified
--           before the attempt.
-- means:    Every reason that the log gives for a report's searches is of public health, and every incident type of the
--           report is a crime, or the other way round: which of them holds decides whether the Chief had to be notified.
-- innocent: A crime and a threat to health in one case; the type was entered at dispatch and never changed; the reason
--           is shorthand.
-- remedy:   Have the reason in the log and the incident type agree before a supervisor approves the report.

SELECT s.report_number AS subject, s.user_id, s.report_number, s.occurred_at,
       s.purpose || ' in the log, "' || s.types || '" in the report' AS detail,
       s.who || ' gave as reason "' || s.reason_text || '", which is of '
         || iif(s.purpose = 'health', 'public health', 'a crime') || '; the incident type of report ' || s.report_number
         || ' is "' || s.types || '", which is of ' || iif(s.report_purpose = 'health', 'public health', 'a crime')
         || '.' AS explanation,
       s.source, s.line, s.place || ' ' || s.report_source || ':' || s.report_line AS evidence
  FROM report_of_kind s WHERE s.least = s.most AND s.purpose <> s.report_purpose;

-- otherwise:
SELECT 'does not fire' AS verdict, 'a reason in the log and its incident type ("' || types || '") are of the same kind'
    AS words FROM report_of_kind WHERE report = ?1 AND report_purpose IN (least, most)
UNION ALL SELECT 'does not apply', 'no search is surely of it, or reason or incident type is neither of a crime nor of '
                 || 'public health' WHERE ?1 NOT NULL AND ?1 NOT IN (SELECT report FROM report_of_kind);
