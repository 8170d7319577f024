-- on:      rules
-- shows:   exceptions
-- columns: moment 15.5, text 11, text 13.5, text 52, small 18.5, link 0
-- rest:    in findings.csv and in the sheet Findings of audit.xlsx
WITH shown AS MATERIALIZED (  -- the first twenty of each rule
  SELECT f.finding FROM finding_span s CROSS JOIN finding_row f ON f.finding BETWEEN s.first AND min(s.last, s.first + 19)),
rows AS (
  SELECT v.finding, v.source, v.line, row_number() OVER (PARTITION BY v.finding ORDER BY v.source, v.line) AS place,
         count(*) OVER (PARTITION BY v.finding) AS rows
    FROM shown s JOIN evidence v USING (finding)),
told AS (
  SELECT r.finding, group_concat(s.path || ':' || r.line, ' · ') || iif(max(r.rows) > 6, printf(' and %d more', max(r.rows) - 6), '') AS places
    FROM (SELECT * FROM rows WHERE place <= 6 ORDER BY finding, place) r JOIN source s USING (source) GROUP BY r.finding)
SELECT f.occurred_at AS Date, coalesce(f.user_id, iif(f.subject_kind = 'user', f.subject, '')) AS Person,
       coalesce(f.report_number, iif(f.subject_kind = 'report', f.subject, '')) AS Report,
       f.explanation || coalesce(' [' || nullif(f.disposition, '') || ']', '') AS "What the records show", t.places AS Source, f.place AS place
  FROM shown s JOIN finding f USING (finding) LEFT JOIN told t ON t.finding = s.finding
 ORDER BY f.finding
