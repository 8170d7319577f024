-- on:    pdf html-charts
-- shows: text
-- title: When
-- level: 2
WITH moments AS (
  SELECT (day + 4) % 7 AS weekday, minute / 60 AS hour, count(*) AS searches FROM search GROUP BY 1, 2),  -- 1970-01-01 was a Thursday
sums AS (SELECT coalesce(sum(searches), 0) AS searches, coalesce(sum(searches) FILTER (WHERE weekday IN (0, 6)), 0) AS weekend,
                coalesce(sum(searches) FILTER (WHERE hour < 6 OR hour >= 22), 0) AS night FROM moments)
SELECT printf('%,d of %,d searches were made on a Saturday or Sunday, %,d between 22:00 and 06:00. Times are the agency''s local time. ', weekend, searches, night)
       || CASE WHEN r.status IS NULL OR r.status = 'not tested' THEN 'Whether they were made on duty is not known: ' || lower(substr(coalesce(r.why, 'not tested.'), 1, 1)) || substr(coalesce(r.why, 'not tested.'), 2)
               ELSE printf('Duty hours are known for %,d of them.', r.tested) END AS text
  FROM sums LEFT JOIN rule r ON r.rule = 'off-hours' WHERE searches
UNION ALL SELECT 'No search was made in the period.' FROM sums WHERE NOT searches
