-- on:    dossier-report
-- shows: table
-- title: The report
-- level: 2
-- columns: text 18, day 12, text 20, text 24, text 24, text 20
WITH me AS (SELECT CAST((SELECT value FROM asked WHERE name = 'id') AS INTEGER) AS id)
SELECT f.number || iif(f.supplement <> '', ' / ' || f.supplement, '') AS Report, date(f.day * 86400, 'unixepoch') AS Dated, coalesce(f.type, '') AS Type, coalesce(f.officer, '') AS Author,
       coalesce(f.supervisor, '') || coalesce(', ' || f.approved, '') AS "Approved by", s.path || ':' || f.line AS Row
  FROM row_meaning m JOIN report_fact f USING (row) JOIN source s USING (source) JOIN me ON m.report = me.id ORDER BY f.row
