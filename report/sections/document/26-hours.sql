-- on:    pdf pictures html-charts
-- shows: chart heat
-- title: Searches by weekday and hour
-- finding: SELECT printf('%,d of %,d between 22:00 and 06:00', count(*) FILTER (WHERE minute < 360 OR minute >= 1320), count(*)) FROM search HAVING count(*)
-- says:  How many searches began in each hour of each weekday, in the agency's local time. The deeper the square, the more searches.
-- file:  searches-by-hour
-- size:  full 114
WITH RECURSIVE hours (hour) AS (SELECT 0 UNION ALL SELECT hour + 1 FROM hours WHERE hour < 23),
days (place, name, number) AS (VALUES (1, 'Mon', 1), (2, 'Tue', 2), (3, 'Wed', 3), (4, 'Thu', 4), (5, 'Fri', 5), (6, 'Sat', 6), (7, 'Sun', 0)),
made AS MATERIALIZED (SELECT (day + 4) % 7 AS number, minute / 60 AS hour, count(*) AS searches FROM search GROUP BY 1, 2)  -- 1970-01-01 was a Thursday
SELECT d.name AS label, printf('%02d', h.hour) AS series, coalesce(s.searches, 0) AS value,
       iif(s.searches, 's-hour=' || d.name || '-' || printf('%02d', h.hour), NULL) AS key
  FROM days d CROSS JOIN hours h LEFT JOIN made s ON s.number = d.number AND s.hour = h.hour
 WHERE EXISTS (SELECT 1 FROM made) ORDER BY d.place, h.hour
