-- on:    pdf html-charts
-- shows: chart shares
-- title: Searches by unit
-- says:  How many searches the members of each unit made, by their assignment on the day of the search.
-- file:  searches-by-unit
-- size:  half 128
WITH named AS (SELECT name AS unit, searches FROM tally WHERE what = 'unit'),
ranked AS (SELECT unit, searches, row_number() OVER (ORDER BY searches DESC, unit) AS place FROM named)
SELECT iif(place <= 9 OR (SELECT count(*) FROM ranked) = 10, unit, printf('%d other units', (SELECT count(*) FROM ranked) - 9)) AS label,
       'searches' AS series, sum(searches) AS value
  FROM ranked WHERE EXISTS (SELECT 1 FROM source WHERE kind = 'personnel')
 GROUP BY iif((SELECT count(*) FROM ranked) = 10, place, min(place, 10)) ORDER BY min(place)
