-- on:      xlsx
-- shows:   summary
-- columns: text 9, count 9
WITH RECURSIVE search AS (
  SELECT strftime('%Y-%m', day * 86400, 'unixepoch') AS month, sum(searches) AS searches
    FROM day_activity WHERE in_period AND searches GROUP BY 1),
span AS (
  SELECT coalesce((SELECT substr(value, 1, 7) FROM setting WHERE section = 'period' AND key = 'from' AND value <> ''), min(month)) AS first,
         coalesce((SELECT substr(value, 1, 7) FROM setting WHERE section = 'period' AND key = 'to' AND value <> ''), max(month)) AS last
    FROM search),
months (month) AS (
  SELECT first FROM span WHERE first IS NOT NULL
   UNION ALL SELECT strftime('%Y-%m', month || '-01', '+1 month') FROM months, span WHERE month < last LIMIT 1200)
SELECT substr('JanFebMarAprMayJunJulAugSepOctNovDec', 3 * substr(m.month, 6, 2) - 2, 3) || ' ' || substr(m.month, 1, 4) || iif(m.month IN (SELECT month FROM uncovered_month), ' *', '') AS Month,
       coalesce(s.searches, 0) AS Searches
  FROM months m LEFT JOIN search s ON s.month = m.month ORDER BY m.month
