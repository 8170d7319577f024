-- on:      xlsx
-- shows:   sheet
-- title:   Reports
-- says:    A row for each incident report; its supplements are counted in it.
-- columns: text 18, day 12, day 12, any 7, text 30, text 28, text 24, text 14, count 10, found 10, places 44, link 0
WITH ordered AS NOT MATERIALIZED (SELECT report FROM report ORDER BY number, report LIMIT -1)
SELECT p.number AS Report, iif(p.first_day BETWEEN -25508 AND 2932896, p.first_day * 86400000, date(p.first_day * 86400, 'unixepoch')) AS "First day", -- the days that Excel knows
       iif(p.last_day BETWEEN -25508 AND 2932896, p.last_day * 86400000, date(p.last_day * 86400, 'unixepoch')) AS "Last day", p.rows AS Rows,
       iif(p.rows = 1, nullif(w.type, ''), (SELECT group_concat(DISTINCT nullif(type, '')) FROM report_row WHERE report = p.report)) AS Type,
       iif(p.rows = 1, nullif(w.officer, ''), (SELECT group_concat(DISTINCT nullif(officer, '')) FROM report_row WHERE report = p.report)) AS Officers,
       iif(p.rows = 1, nullif(w.supervisor, ''), (SELECT group_concat(DISTINCT nullif(supervisor, '')) FROM report_row WHERE report = p.report)) AS Supervisor,
       iif(p.use_row IS NULL, 'no', 'yes') AS "Documents a use", (SELECT count(*) FROM linked WHERE linked BETWEEN p.report << 32 AND p.report << 32 | 4294967295) AS Searches, p.number AS Findings,
       w.source << 32 | w.line AS "First row", p.number
  FROM ordered o CROSS JOIN report p ON p.report = o.report LEFT JOIN report_fact w ON w.row = (SELECT min(row) FROM row_meaning WHERE report = p.report)
