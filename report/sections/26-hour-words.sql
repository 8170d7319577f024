-- on:    pdf html-charts
-- shows: text
-- title: When
-- level: 2
WITH hours AS (
  SELECT (day + 4) % 7 AS weekday, (at / 60 + utc_offset) % 1440 / 60 AS hour, count(*) AS searches
    FROM event WHERE is_search AND in_period GROUP BY 1, 2),
sums AS (SELECT sum(searches) AS searches, sum(iif(weekday IN (0, 6), searches, 0)) AS weekend, sum(iif(hour < 6 OR hour >= 22, searches, 0)) AS night FROM hours)
SELECT printf('%,d of %,d searches were made on a Saturday or Sunday, %,d between 22:00 and 06:00. Times are the agency''s local time. ', weekend, searches, night)
       || CASE WHEN r.status IS NULL OR r.status = 'not tested' THEN 'Whether they were made on duty is not known: ' || lower(substr(coalesce(r.why, 'not tested.'), 1, 1)) || substr(coalesce(r.why, 'not tested.'), 2)
               ELSE printf('Duty hours are known for %,d of them.', r.tested) END AS text
  FROM sums LEFT JOIN rule r ON r.rule = 'off-hours' WHERE searches
