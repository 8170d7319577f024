-- rule:     incomplete-report
-- clause:   32.6.6(1)-(4)
-- title:    The report has its five elements
-- severity: medium
-- subject:  report
-- examines: whole_report
-- needs:    incident_reports, incident_reports.narrative
-- says:     The report tells the type of investigation, the reason for the use, the name of the officer who searched, and the results
--           with, if successful, the name of the person identified.
-- means:    A report that documents a use and lacks one of them: name (where a candidate is stated), officer (by name, or in the first
--           person), reason, result (nothing on the outcome), type (no row has an incident type).
-- innocent: The element stands in an attachment or in words this program does not know; the person is withheld as a victim.

SELECT p.number AS subject, p.user_id, p.number AS report_number, p.occurred_at,
       substr(iif(lacks_name, '+name', '') || iif(lacks_officer, '+officer', '') || iif(lacks_reason, '+reason', '') || iif(lacks_result, '+result', '')
              || iif(lacks_type, '+type', ''), 2) AS detail,
       'Report ' || p.number || ' documents a use and does not state: '
             || substr(iif(lacks_name, ', the name of the person identified', '') || iif(lacks_officer, ', the officer who searched', '')
                       || iif(lacks_reason, ', the reason', '') || iif(lacks_result, ', the result', '')
                       || iif(lacks_type, ', the type of investigation', ''), 3) || '.' AS explanation,
       p.source, p.line, (SELECT group_concat(w.source || ':' || w.line, ' ') FROM report_row w WHERE w.report = p.report) AS evidence
  FROM whole_report p
 WHERE lacks_name OR lacks_officer OR lacks_reason OR lacks_result OR lacks_type
