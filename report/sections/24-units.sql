-- on:    pdf html-charts
-- shows: chart shares
-- title: Searches by unit
-- says:  How many searches the members of each unit made, by their assignment on the day of the search.
-- file:  searches-by-unit
-- size:  half 128
WITH days AS (SELECT account, day, count(*) AS searches FROM event WHERE is_search AND in_period GROUP BY +account, day),
placed AS (  -- of several assignments on a day, the one that authorises, then the latest, counts
  SELECT d.searches, a.person, g.unit,
         row_number() OVER (PARTITION BY d.account, d.day ORDER BY g.authorized DESC, g.from_day DESC, g.unit) AS place
    FROM days d JOIN account a USING (account)
    LEFT JOIN assignment g ON g.person = a.person AND (g.from_day IS NULL OR g.from_day <= d.day) AND (g.to_day IS NULL OR g.to_day >= d.day)),
named AS (
  SELECT CASE WHEN coalesce(person, -1) < 0 THEN 'not in the personnel file' ELSE coalesce(nullif(unit, ''), 'no unit on that day') END AS unit, sum(searches) AS searches
    FROM placed WHERE place = 1 GROUP BY 1),
ranked AS (SELECT unit, searches, row_number() OVER (ORDER BY searches DESC, unit) AS place FROM named)
SELECT iif(place <= 9 OR (SELECT count(*) FROM ranked) = 10, unit, printf('%d other units', (SELECT count(*) FROM ranked) - 9)) AS label,
       'searches' AS series, sum(searches) AS value
  FROM ranked WHERE EXISTS (SELECT 1 FROM source WHERE kind = 'personnel')
 GROUP BY iif((SELECT count(*) FROM ranked) = 10, place, min(place, 10)) ORDER BY min(place)
