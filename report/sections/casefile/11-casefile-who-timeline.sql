-- on:    dossier-user
-- shows: chart timeline
-- title: Authority, duty and searches on one line
-- level: 3
-- says:  Over the days of the period: the account's searches, its records of duty, each assignment to a unit, approval of access, training and separation by their dates on file, and the days that the log supplied covers. A lane without a bar has nothing on record for the period.
-- file:  dossier-line
-- size:  full 150
WITH me AS (SELECT CAST((SELECT value FROM asked WHERE name = 'id') AS INTEGER) AS id),
edge AS (SELECT coalesce((SELECT from_day FROM period), min(day)) AS first, coalesce((SELECT to_day FROM period), max(day)) AS last FROM scope_search),
lane (turn, label, series, from_day, to_day) AS (
  SELECT 1, 'Searches', iif(use_row NOT NULL, 'documented', 'not documented'), day, day FROM scope_search
  UNION ALL SELECT 2, 'Duty on record', 'on record', s.start_day, s.end_day FROM shift s JOIN scope_account a USING (account) WHERE s.on_duty
  UNION ALL SELECT 3, coalesce(t.unit, 'no unit') || iif(t.authorized, ' (authorised)', ''), 'on record', coalesce(t.from_day, e.first), coalesce(t.to_day, p.separated_day, e.last)
    FROM assignment t JOIN me ON t.person = me.id JOIN person p ON p.person = t.person CROSS JOIN edge e
  UNION ALL SELECT 4, 'Access approved ' || date(p.approved_day * 86400, 'unixepoch'), 'on record', p.approved_day, coalesce(p.deactivated_day, e.last)
    FROM person p JOIN me ON p.person = me.id CROSS JOIN edge e WHERE p.approved_day NOT NULL
  UNION ALL SELECT 5, 'Trained ' || date(p.trained_day * 86400, 'unixepoch'), 'on record', p.trained_day, e.last FROM person p JOIN me ON p.person = me.id CROSS JOIN edge e WHERE p.trained_day NOT NULL
  UNION ALL SELECT 6, 'Left ' || date(p.separated_day * 86400, 'unixepoch'), 'on record', p.separated_day, e.last FROM person p JOIN me ON p.person = me.id CROSS JOIN edge e WHERE p.separated_day NOT NULL
  UNION ALL SELECT 7, 'Log supplied', 'on record', c.from_day, c.to_day FROM coverage c WHERE c.kind = 'user_log'),
series (turn, name) AS (VALUES (1, 'documented'), (2, 'not documented'), (3, 'on record'))
SELECT l.label, l.series, max(l.from_day, e.first) AS first, NULL AS key, 3 AS what, min(l.to_day, e.last) AS last
  FROM lane l CROSS JOIN edge e JOIN series r ON r.name = l.series
 WHERE l.from_day <= e.last AND l.to_day >= e.first
 ORDER BY l.turn, r.turn, l.from_day
