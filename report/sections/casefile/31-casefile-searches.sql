-- on:    dossier-user dossier-report
-- shows: table
-- title: The searches
-- level: 2
-- says:  All of them, also those without findings. "Report 1" is a finding on the report, not on the search. The sheet Evidence has each row of the log whole, with what speaks for and against its link.
-- columns: moment 16, text 14, text 34, text 16, text 44, text 13
-- most:  400
-- rest:  on the sheet Evidence of the workbook
SELECT substr(s.occurred_at, 1, 16) AS "When", s.name AS Event, coalesce(s.reason_text, '') AS "Reason given", coalesce(s.report_number, coalesce(s.orphan_kind, '')) AS Report,
       coalesce(s.use_sentence, '') AS "The report's sentence", CASE WHEN s.findings_on_it AND s.findings_on_report THEN s.findings_on_it || '; report ' || s.findings_on_report
         WHEN s.findings_on_it THEN s.findings_on_it WHEN s.findings_on_report THEN 'report ' || s.findings_on_report ELSE 'none' END AS Findings
  FROM scope_search s ORDER BY s.at, s.event
