-- on:      xlsx
-- shows:   sheet
-- title:   Reports
-- says:    A row for each incident report; its supplements are counted in it.
-- rows:    report
-- columns: text 18, day 12, day 12, any 7, text 30, text 28, text 24, text 14, count 10, count 10, text 44, link 0
WITH named AS (  -- a finding names the report it is about, or the one of its search
  SELECT CAST(coalesce(report_number, iif(subject_kind = 'report', subject, NULL)) AS TEXT) AS number, count(*) AS findings FROM audit_finding GROUP BY 1)
SELECT p.number AS Report, date(p.first_day * 86400, 'unixepoch') AS "First day", date(p.last_day * 86400, 'unixepoch') AS "Last day", p.rows AS Rows,
       (SELECT group_concat(DISTINCT nullif(type, '')) FROM report_row WHERE report = p.report) AS Type,
       (SELECT group_concat(DISTINCT nullif(officer, '')) FROM report_row WHERE report = p.report) AS Officers,
       (SELECT group_concat(DISTINCT nullif(supervisor, '')) FROM report_row WHERE report = p.report) AS Supervisor,
       iif(p.use_row IS NULL, 'no', 'yes') AS "Documents a use", (SELECT count(*) FROM linked_event l WHERE l.report = p.report) AS Searches,
       coalesce(n.findings, 0) AS Findings,
       (SELECT s.path || ':' || w.line FROM report_row w JOIN source s USING (source) WHERE w.report = p.report ORDER BY w.row LIMIT 1) AS "First row", p.number
  FROM report p LEFT JOIN named n ON n.number = p.number ORDER BY p.number, p.report
