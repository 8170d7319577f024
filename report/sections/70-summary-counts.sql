-- on:      xlsx
-- shows:   summary
-- columns: text 38, any 36, text 110
SELECT 'Searches' AS "What", count(*) AS "Figure", 'in the period' FROM event WHERE is_search AND in_period
UNION ALL SELECT 'Accounts that searched', count(DISTINCT account), NULL FROM event WHERE is_search AND in_period
UNION ALL SELECT 'Searches linked to a report', iif(EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports'), count(n.report), 'not tested'), NULL
            FROM event e LEFT JOIN session n USING (session) WHERE e.is_search AND e.in_period
UNION ALL SELECT 'Searches that a report documents', iif(EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports'), count(p.use_row), 'not tested'), 'linked to a report of which a row says that facial recognition was used'
            FROM event e LEFT JOIN session n USING (session) LEFT JOIN report p ON p.report = n.report WHERE e.is_search AND e.in_period
UNION ALL SELECT 'Findings', count(*), 'A finding is an indicator, not a verdict.' FROM finding
UNION ALL SELECT * FROM (SELECT 'Findings of severity ' || severity, count(*), NULL FROM finding GROUP BY severity
                          ORDER BY CASE severity WHEN 'critical' THEN 1 WHEN 'high' THEN 2 WHEN 'medium' THEN 3 WHEN 'low' THEN 4 ELSE 5 END, severity)
UNION ALL SELECT 'Tests with exceptions', count(*), NULL FROM rule WHERE status = 'exceptions'
UNION ALL SELECT 'Tests without exceptions', count(*), NULL FROM rule WHERE status = 'compliant'
UNION ALL SELECT 'Tests not made', count(*), 'An input is missing or could not be evaluated: see the sheet Clauses. Never counted as passed.' FROM rule WHERE status = 'not tested'
UNION ALL SELECT 'Clauses not testable from records', count(*), 'A person has to answer these.' FROM rule WHERE status = 'not testable'
UNION ALL SELECT 'Rows rejected', count(*), 'in none of the counts: see the sheet Rejected rows' FROM reject
