-- on:      rules
-- shows:   exceptions
-- columns: moment 15.5, text 11, text 13.5, text 52, small 18.5, link 0
-- rest:    in findings.csv and in the sheet Findings of audit.xlsx
WITH shown AS MATERIALIZED (  -- the first twenty of each rule
  SELECT f.rowid AS id, f.finding_id
    FROM rule r JOIN finding f ON f.rowid IN (
           SELECT x.rowid FROM finding x WHERE x.place = r.place ORDER BY x.occurred_at, x.subject, x.finding_id LIMIT 20)),
rows AS (
  SELECT v.finding_id, v.source, v.line, row_number() OVER (PARTITION BY v.finding_id ORDER BY v.source, v.line) AS place,
         count(*) OVER (PARTITION BY v.finding_id) AS rows
    FROM shown s JOIN evidence v USING (finding_id)),
told AS (
  SELECT r.finding_id, group_concat(s.path || ':' || r.line, ' · ') || iif(max(r.rows) > 6, printf(' and %d more', max(r.rows) - 6), '') AS places
    FROM (SELECT * FROM rows WHERE place <= 6 ORDER BY finding_id, place) r JOIN source s USING (source) GROUP BY r.finding_id)
SELECT f.occurred_at AS Date, coalesce(f.user_id, iif(f.subject_kind = 'user', f.subject, '')) AS Person,
       coalesce(f.report_number, iif(f.subject_kind = 'report', f.subject, '')) AS Report,
       f.explanation || coalesce(' [' || nullif(f.disposition, '') || ']', '') AS "What the records show", t.places AS Source, f.place AS place
  FROM shown s JOIN finding f ON f.rowid = s.id LEFT JOIN told t ON t.finding_id = s.finding_id
 ORDER BY f.place, f.occurred_at, f.subject, f.finding_id
