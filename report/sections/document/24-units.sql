-- on:    pdf pictures html-charts
-- shows: chart shares
-- title: Searches by unit
-- finding: SELECT printf('%,d by accounts not in the personnel file', count(*)) FROM search WHERE person IS NULL
--          AND EXISTS (SELECT 1 FROM source WHERE kind = 'personnel') HAVING count(*)
-- says:  How many searches the members of each unit made, by their assignment on the day of the search.
-- file:  searches-by-unit
-- size:  half 112
WITH starts AS (  -- the days on which a member's assignments change
  SELECT person, -1000000 AS day FROM person UNION SELECT person, from_day FROM assignment WHERE from_day NOT NULL
   UNION SELECT person, to_day + 1 FROM assignment WHERE to_day NOT NULL),
spans AS (SELECT person, day AS first, lead(day, 1, 1000000000) OVER (PARTITION BY person ORDER BY day) - 1 AS last FROM starts),
placed AS (  -- of several assignments at a time, the one that authorises, then the latest, counts
  SELECT s.person, s.first, s.last, coalesce(nullif(g.unit, ''), 'no unit on that day') AS unit,
         row_number() OVER (PARTITION BY s.person, s.first ORDER BY g.authorized DESC, g.from_day DESC, g.unit) AS place
    FROM spans s LEFT JOIN assignment g ON g.person = s.person AND coalesce(g.from_day, s.first) <= s.first AND coalesce(g.to_day, s.first) >= s.first),
made AS (SELECT person, day, count(*) AS searches FROM search GROUP BY person, day),
named AS (
  SELECT iif(m.person IS NULL, 'not in the personnel file', p.unit) AS unit, sum(m.searches) AS searches
    FROM made m LEFT JOIN placed p ON p.person = m.person AND p.place = 1 AND m.day BETWEEN p.first AND p.last GROUP BY 1),
ranked AS MATERIALIZED (SELECT unit, searches, row_number() OVER (ORDER BY searches DESC, unit) AS place FROM named)
SELECT iif(place <= 9 OR (SELECT count(*) FROM ranked) = 10, unit, printf('%d other units', (SELECT count(*) FROM ranked) - 9)) AS label,
       'searches' AS series, sum(searches) AS value,
       iif(count(*) = 1, 's-unit=' || replace(replace(unit, '%', '%25'), '&', '%26'), NULL) AS key
  FROM ranked WHERE EXISTS (SELECT 1 FROM source WHERE kind = 'personnel')
 GROUP BY iif((SELECT count(*) FROM ranked) = 10, place, min(place, 10)) ORDER BY min(place)
