-- on:    pdf html-charts
-- shows: chart heat
-- title: Searches by weekday and hour
-- says:  How many searches began in each hour of each weekday, in the agency's local time. The deeper the square, the more searches.
-- file:  searches-by-hour
-- size:  half 168
WITH RECURSIVE hours (hour) AS (SELECT 0 UNION ALL SELECT hour + 1 FROM hours WHERE hour < 23),
days (place, name, number) AS (VALUES (1, 'Mon', '1'), (2, 'Tue', '2'), (3, 'Wed', '3'), (4, 'Thu', '4'), (5, 'Fri', '5'), (6, 'Sat', '6'), (7, 'Sun', '0')),
search AS (
  SELECT strftime('%w', substr(occurred_at, 1, 10)) AS number, CAST(substr(occurred_at, 12, 2) AS INTEGER) AS hour
    FROM event_local WHERE is_search AND in_period)
SELECT d.name AS label, printf('%02d', h.hour) AS series, count(s.hour) AS value,
       'hour=' || d.name || '-' || printf('%02d', h.hour) AS key
  FROM days d CROSS JOIN hours h LEFT JOIN search s ON s.number = d.number AND s.hour = h.hour
 GROUP BY d.place, h.hour ORDER BY d.place, h.hour
