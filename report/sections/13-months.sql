-- on:    pdf html-charts
-- shows: chart columns
-- title: Searches by month
-- says:  For each month of the period, how many searches were made and, where incident reports were supplied, how many of them a report documents.
-- file:  searches-by-month
-- size:  full 110
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
kinds (documented, series) AS (  -- without reports nothing is known of what they document
  SELECT * FROM (VALUES (1, 'documented'), (0, 'not documented')) WHERE EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports')
   UNION ALL SELECT NULL, 'searches' WHERE NOT EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports'))
SELECT substr('JanFebMarAprMayJunJulAugSepOctNovDec', 3 * substr(m.month, 6, 2) - 2, 3) || ' ' || substr(m.month, 1, 4) AS label,
       k.series, count(s.month) AS value,
       'from=' || m.month || '-01&to=' || date(m.month || '-01', '+1 month', '-1 day') AS key
  FROM months m CROSS JOIN kinds k
  LEFT JOIN search s ON s.month = m.month AND (s.documented = k.documented OR k.documented IS NULL)
 GROUP BY m.month, k.series ORDER BY m.month, k.documented DESC
