-- on:      pdf
-- shows:   table
-- title:   Searches by user
-- level:   3
-- columns: text 16, text 22, text 30, count 10, count 14, count 10, count 12
WITH made AS (
  SELECT account, searches, documented FROM searching_account),
found AS (
  SELECT lower(user_id) AS user_id, sum(findings) AS findings FROM findings_of_user WHERE user_id NOT NULL GROUP BY 1),
last_day (day) AS (SELECT to_day FROM period),
units AS (
  SELECT person, unit FROM (
    SELECT g.person, g.unit, row_number() OVER (PARTITION BY g.person ORDER BY g.from_day DESC, g.unit) AS place
      FROM assignment g WHERE g.from_day IS NULL OR g.from_day <= coalesce((SELECT day FROM last_day), g.from_day)) WHERE place = 1),
named AS (
  SELECT a.user_id, coalesce(nullif(a.user_name, ''), nullif(trim(coalesce(u.first_name, '') || ' ' || coalesce(u.last_name, '')), ''), '–') AS name,
         iif(u.person IS NULL, 'not in the personnel file', coalesce(nullif(g.unit, ''), '–')) AS unit,
         m.searches, m.documented, coalesce(f.findings, 0) AS findings, row_number() OVER (ORDER BY m.searches DESC, a.user_id) AS place
    FROM made m JOIN account a USING (account) LEFT JOIN person u ON u.person = a.person LEFT JOIN units g ON g.person = a.person
    LEFT JOIN found f ON f.user_id = lower(a.user_id)),
shown AS (  -- fifteen, and all others in one row, so that the columns add up
  SELECT min(place) AS place, iif(count(*) > 1, printf('%,d others', count(*)), max(user_id)) AS user_id, iif(count(*) > 1, 'in the sheet Users of audit.xlsx', max(name)) AS name,
         iif(count(*) > 1, '–', max(unit)) AS unit, sum(searches) AS searches, sum(documented) AS documented, sum(findings) AS findings
    FROM named GROUP BY min(place, 16)),
known AS (SELECT count(*) FILTER (WHERE kind = 'personnel') AS people, count(*) FILTER (WHERE kind = 'incident_reports') AS reports FROM source)
SELECT user_id AS User, name AS Name, iif(people, unit, NULL) AS "Last unit", searches AS Searches, iif(reports, documented, NULL) AS Documented,
       iif(reports, CASE WHEN searches < 30 THEN printf('%d of %d', documented, searches) WHEN documented = searches THEN '100 %' WHEN documented AND 100.0 * documented / searches < 0.5 THEN '<1 %'
                         WHEN 100.0 * documented / searches >= 99.5 THEN '>99 %' ELSE printf('%.0f %%', 100.0 * documented / searches) END, NULL) AS Share,
       findings AS Findings
  FROM shown, known ORDER BY place
