-- on:      xlsx
-- shows:   summary
-- columns: text 9, count 9, count 9
WITH RECURSIVE search AS (
  SELECT substr(e.occurred_at, 1, 7) AS month, p.use_row IS NOT NULL AS documented
    FROM event_local e LEFT JOIN session n USING (session) LEFT JOIN report p ON p.report = n.report
   WHERE e.is_search AND e.in_period),
span AS (
  SELECT coalesce((SELECT substr(value, 1, 7) FROM setting WHERE section = 'period' AND key = 'from' AND value <> ''), min(month)) AS first,
         coalesce((SELECT substr(value, 1, 7) FROM setting WHERE section = 'period' AND key = 'to' AND value <> ''), max(month)) AS last
    FROM search),
months (month) AS (
  SELECT first FROM span WHERE first IS NOT NULL
   UNION ALL SELECT strftime('%Y-%m', month || '-01', '+1 month') FROM months, span WHERE month < last LIMIT 1200),
known (reports) AS (SELECT EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports'))
SELECT substr('JanFebMarAprMayJunJulAugSepOctNovDec', 3 * substr(m.month, 6, 2) - 2, 3) || ' ' || substr(m.month, 1, 4) AS Month,
       iif(reports, count(*) FILTER (WHERE s.documented), NULL) AS Documented,
       iif(reports, count(*) FILTER (WHERE NOT s.documented), count(s.month)) AS "Not documented"
  FROM known, months m LEFT JOIN search s ON s.month = m.month GROUP BY m.month ORDER BY m.month
