-- on:      rules
-- shows:   exceptions
-- columns: text 12, text 11, text 13, text 58, small 18, link 0
-- rest:    in findings.csv and in the sheet Findings of audit.xlsx
WITH part AS (      -- a finding that nobody has put into a matter is a line of its own
  SELECT f.finding, f.place, f.occurred_at, coalesce(x.matter, -f.finding) AS matter FROM finding_row f LEFT JOIN finding_matter x USING (finding)),
line AS (           -- a rule's findings of one matter
  SELECT place, matter, min(finding) AS finding, count(*) AS findings, min(occurred_at) AS first_at, max(occurred_at) AS last_at,
         row_number() OVER (PARTITION BY place ORDER BY matter) AS turn
    FROM part GROUP BY place, matter),
shown AS MATERIALIZED (
  SELECT l.* FROM line l JOIN rule r USING (place) WHERE l.turn <= CASE r.severity WHEN 'critical' THEN 400 WHEN 'info' THEN 6 ELSE 20 END),
rows AS (
  SELECT s.place AS rule, s.matter, v.source, v.line, row_number() OVER (PARTITION BY s.place, s.matter ORDER BY p.finding, v.source, v.line) AS place,
         count(*) OVER (PARTITION BY s.place, s.matter) AS rows
    FROM shown s JOIN part p USING (place, matter) CROSS JOIN evidence v ON v.finding = p.finding),
told AS (
  SELECT r.rule, r.matter, group_concat(s.path || ':' || r.line, ' · ') || iif(max(r.rows) > 3, printf(' and %d more', max(r.rows) - 3), '') AS places
    FROM (SELECT * FROM rows WHERE place <= 3 ORDER BY rule, matter, place) r JOIN source s USING (source) GROUP BY r.rule, r.matter)
SELECT substr(s.first_at, 1, 10) || iif(substr(s.first_at, 1, 10) <> substr(s.last_at, 1, 10), ' to ' || substr(s.last_at, 1, 10), '') AS Date,
       coalesce(f.user_id, iif(f.subject_kind = 'user', f.subject, '')) AS Account,
       coalesce(f.report_number, iif(f.subject_kind = 'report', f.subject, '')) AS Report,
       iif(s.findings > 1, printf('%,d findings, first: ', s.findings), '')
         || iif(substr(f.explanation, 1, length(w.who)) = w.who, upper(substr(f.explanation, length(w.who) + 1, 1)) || substr(f.explanation, length(w.who) + 2), f.explanation) -- the account has a column of its own
         || coalesce(' [' || nullif(f.disposition, '') || ']', '') AS "What the records show", t.places AS Source, s.place AS place
  FROM shown s JOIN finding f USING (finding) LEFT JOIN told t ON t.rule = s.place AND t.matter = s.matter
  LEFT JOIN (SELECT matter, 'The account ' || user_id || coalesce(', assigned to ' || user_name || ',', '') || ' ' AS who FROM matter) w ON w.matter = s.matter
 ORDER BY s.place, s.matter
