-- on:      xlsx
-- shows:   sheet
-- title:   Reports
-- says:    A row for each incident report; its supplements are counted in it.
-- columns: text 18, day 12, day 12, any 7, text 30, text 28, text 24, text 14, count 10, count 10, text 44, link 0
WITH rows AS (
  SELECT report, count(*) AS rows, group_concat(DISTINCT nullif(type, '')) AS types, group_concat(DISTINCT nullif(officer, '')) AS officers,
         group_concat(DISTINCT nullif(supervisor, '')) AS supervisors FROM report_row GROUP BY report),
linked AS (SELECT report, count(*) AS searches FROM linked_event GROUP BY report),
found AS (SELECT CAST(coalesce(report_number, subject) AS TEXT) AS number, count(*) AS findings FROM finding
           WHERE report_number IS NOT NULL OR subject_kind = 'report' GROUP BY 1)
SELECT p.number AS Report, date(p.first_day * 86400, 'unixepoch') AS "First day", date(p.last_day * 86400, 'unixepoch') AS "Last day",
       r.rows AS Rows, r.types AS Type, r.officers AS Officers, r.supervisors AS Supervisor, iif(p.use_row IS NULL, 'no', 'yes') AS "Documents a use",
       coalesce(l.searches, 0) AS Searches, coalesce(f.findings, 0) AS Findings,
       (SELECT s.path || ':' || w.line FROM report_row w JOIN source s USING (source) WHERE w.report = p.report ORDER BY w.row LIMIT 1) AS "First row", p.number
  FROM report p LEFT JOIN rows r USING (report) LEFT JOIN linked l USING (report) LEFT JOIN found f ON f.number = p.number
 ORDER BY p.number, p.report
