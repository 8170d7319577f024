-- The unit of each account's user, by spans of days that do not overlap; in order.
WITH starts AS (  -- the days on which a member's assignments change
  SELECT person, -1000000 AS day FROM person UNION SELECT person, from_day FROM assignment WHERE from_day NOT NULL
   UNION SELECT person, to_day + 1 FROM assignment WHERE to_day NOT NULL),
spans AS (SELECT person, day AS first, lead(day, 1, 1000000000) OVER (PARTITION BY person ORDER BY day) - 1 AS last FROM starts),
placed AS (  -- of several assignments at a time, the one that authorises, then the latest, counts
  SELECT s.person, s.first, s.last, coalesce(nullif(g.unit, ''), 'no unit on that day') AS unit,
         row_number() OVER (PARTITION BY s.person, s.first ORDER BY g.authorized DESC, g.from_day DESC, g.unit) AS place
    FROM spans s LEFT JOIN assignment g ON g.person = s.person AND coalesce(g.from_day, s.first) <= s.first AND coalesce(g.to_day, s.first) >= s.first)
SELECT a.account, p.first, p.last, p.unit FROM account a JOIN placed p ON p.person = a.person AND p.place = 1
 UNION ALL SELECT account, -1000000, 1000000000, 'not in the personnel file' FROM account WHERE coalesce(person, -1) < 0
 ORDER BY 1, 2
