-- on:      xlsx
-- shows:   summary
-- columns: text 27, any 27, text 27
WITH use AS (
  SELECT EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports') AS reports, count(*) AS searches,
         count(DISTINCT e.account) AS accounts, count(p.use_row) AS documented
    FROM event e LEFT JOIN session n USING (session) LEFT JOIN report p ON p.report = n.report
   WHERE e.is_search AND e.in_period),
severities AS (SELECT severity, count(*) AS found FROM finding GROUP BY severity),
tests AS (
  SELECT count(*) FILTER (WHERE status = 'exceptions') AS fired, count(*) FILTER (WHERE status IN ('exceptions', 'compliant')) AS tested,
         count(*) FILTER (WHERE status = 'not tested') AS untested, count(*) FILTER (WHERE status = 'not testable') AS untestable
    FROM rule)
SELECT 'Searches', searches, printf('by %,d accounts', accounts) FROM use
UNION ALL SELECT 'Documented', iif(reports AND searches, 1.0 * documented / searches, 'not tested'),
                 iif(reports, printf('%,d of %,d: a report says that facial recognition was used', documented, searches),
                     'no incident reports were supplied') FROM use
UNION ALL SELECT 'Findings', count(*),
                 coalesce((SELECT group_concat(printf('%,d %s', found, severity), ', ')
                             FROM (SELECT * FROM severities ORDER BY CASE severity WHEN 'critical' THEN 1 WHEN 'high' THEN 2 WHEN 'medium' THEN 3 ELSE 4 END)),
                          'none') || ' – indicators, not verdicts'
            FROM finding
UNION ALL SELECT 'Tests with exceptions', fired, printf('of %d made; %d not tested, %d for a person', tested, untested, untestable) FROM tests
