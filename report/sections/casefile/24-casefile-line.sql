-- on:    dossier-user
-- shows: table
-- title: Authority and searches on one line
-- level: 3
-- says:  What the records give in the order of time; a record that has no date is not here.
-- columns: day 12, text 46, count 12, text 34
-- most:  40
-- rest:  on the sheet Timeline of the workbook
WITH me AS (SELECT CAST((SELECT value FROM asked WHERE name = 'id') AS INTEGER) AS id),
mark (day, what, row) AS (
  SELECT t.from_day, 'joins ' || t.unit || iif(t.authorized, ', an authorised unit', ', not an authorised unit'), s.path || ':' || t.line FROM assignment t JOIN me ON t.person = me.id JOIN source s USING (source) WHERE t.from_day NOT NULL
  UNION ALL SELECT t.to_day, 'leaves ' || t.unit, s.path || ':' || t.line FROM assignment t JOIN me ON t.person = me.id JOIN source s USING (source) WHERE t.to_day NOT NULL
  UNION ALL SELECT p.approved_day, 'access approved' || coalesce(' by ' || nullif(p.approved_by, ''), ''), s.path || ':' || p.line FROM person p JOIN me ON p.person = me.id JOIN source s USING (source) WHERE p.approved_day NOT NULL
  UNION ALL SELECT p.trained_day, 'training completed', s.path || ':' || p.line FROM person p JOIN me ON p.person = me.id JOIN source s USING (source) WHERE p.trained_day NOT NULL
  UNION ALL SELECT p.separated_day, 'leaves the Department', s.path || ':' || p.line FROM person p JOIN me ON p.person = me.id JOIN source s USING (source) WHERE p.separated_day NOT NULL
  UNION ALL SELECT p.deactivated_day, 'access deactivated', s.path || ':' || p.line FROM person p JOIN me ON p.person = me.id JOIN source s USING (source) WHERE p.deactivated_day NOT NULL
  UNION ALL SELECT min(day), 'first search of the period', min(log_row) FROM (SELECT day, log_row FROM scope_search ORDER BY at, event LIMIT 1) HAVING count(*)
  UNION ALL SELECT min(day), 'last search of the period', min(log_row) FROM (SELECT day, log_row FROM scope_search ORDER BY at DESC, event DESC LIMIT 1) HAVING count(*))
SELECT date(m.day * 86400, 'unixepoch') AS Day, m.what AS "What is on record", (SELECT count(*) FROM scope_search s WHERE s.day < m.day) AS "Searches before", m.row AS Row
  FROM mark m ORDER BY m.day, m.what
