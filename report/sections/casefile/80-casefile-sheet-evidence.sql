-- on:      dossier-sheets
-- shows:   sheet
-- title:   Evidence
-- says:    A search a row: the log as it was read, the report, and why it was linked.
-- columns: text 16, text 24, text 16, text 20, text 20, text 34, text 22, text 18, text 18, text 18, text 16, text 14, any 9, text 48, text 48, text 60, text 28, text 26, small 66, count 9, count 9
SELECT s.name AS Event, s.occurred_at AS "Time (local, with offset)", coalesce(s.user_id, '(withheld)') AS Account, s.user_name AS "User name", s.case_number AS "Case number", s.reason_text AS "Reason", s.candidate AS "Candidate selected",
       e.probe AS "Probe image", s.workstation AS Workstation, s.action AS Action, s.report_number AS Report, s.method AS "Link method", s.confidence AS Confidence, s.link_why AS "For and against the link", s.use_sentence AS "The report's sentence",
       (SELECT group_concat('report ' || p.number || ': ' || x.why, ' / ') FROM (SELECT * FROM alternative x WHERE x.session = s.session ORDER BY x.score DESC LIMIT 2) x JOIN report p ON p.report = x.report) AS "Runner-up reports",
       s.use_place AS "Row of the report", s.log_row AS "Row of the log", s.log_sha256 AS "SHA-256 of the log", s.findings_on_it AS Findings, s.findings_on_report AS "On its report"
  FROM scope_search s JOIN event e USING (event) ORDER BY s.at, s.event
