-- on:      pdf
-- shows:   table
-- title:   Searches by user
-- level:   3
-- columns: text 16, text 22, text 30, count 10, count 14, count 10, count 12
-- most:    15
-- rest:    in the sheet Users of audit.xlsx
WITH made AS (
  SELECT e.account, count(*) AS searches, count(p.use_row) AS documented
    FROM event e LEFT JOIN session n USING (session) LEFT JOIN report p ON p.report = n.report
   WHERE e.is_search AND e.in_period GROUP BY +e.account),
found AS (
  SELECT lower(user_id) AS user_id, sum(findings) AS findings
    FROM (SELECT user_id, count(*) AS findings FROM finding WHERE user_id NOT NULL GROUP BY user_id) GROUP BY 1),
last_day (day) AS (SELECT CAST(value AS INTEGER) FROM setting WHERE section = 'run' AND key = 'to_day'),
units AS (
  SELECT person, unit FROM (
    SELECT g.person, g.unit, row_number() OVER (PARTITION BY g.person ORDER BY g.from_day DESC, g.unit) AS place
      FROM assignment g WHERE g.from_day IS NULL OR g.from_day <= coalesce((SELECT day FROM last_day), g.from_day)) WHERE place = 1)
SELECT a.user_id AS User, coalesce(nullif(a.user_name, ''), nullif(trim(coalesce(u.first_name, '') || ' ' || coalesce(u.last_name, '')), ''), '–') AS Name,
       iif(EXISTS (SELECT 1 FROM source WHERE kind = 'personnel'), iif(coalesce(a.person, -1) < 0, 'not in the personnel file', coalesce(nullif(g.unit, ''), '–')), NULL) AS "Last unit",
       m.searches AS Searches, iif(EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports'), m.documented, NULL) AS Documented,
       iif(EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports'),
           CASE WHEN m.documented = m.searches THEN '100 %' WHEN m.documented AND 100.0 * m.documented / m.searches < 0.5 THEN '<1 %'
                WHEN 100.0 * m.documented / m.searches >= 99.5 THEN '>99 %' ELSE printf('%.0f %%', 100.0 * m.documented / m.searches) END, NULL) AS Share,
       coalesce(f.findings, 0) AS Findings
  FROM made m JOIN account a USING (account) LEFT JOIN person u ON u.person = a.person LEFT JOIN units g ON g.person = a.person
  LEFT JOIN found f ON f.user_id = lower(a.user_id)
 ORDER BY m.searches DESC, a.user_id
