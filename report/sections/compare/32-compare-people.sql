-- on:    compare
-- shows: table
-- title: Who came, who left
-- level: 2
-- says:  Nobody is credited or blamed for a number that moved: the highest of one year is lower in the next more often than not.
-- columns: text 20, text 12, count 12, count 12, count 12, count 12
-- most:  6
-- rest:  in compare.xlsx
SELECT user_id AS Account, CASE state WHEN 'came' THEN 'new this year' WHEN 'left' THEN 'only then' ELSE 'in both' END AS "In", coalesce(then_searches, 0) AS "Searches then", coalesce(now, 0) AS "Searches now", then_findings AS "Findings then", findings AS "Findings now"
  FROM account_pair WHERE state <> 'both'
UNION ALL SELECT printf('%,d', count(*)) || ' accounts', 'in both', sum(then_searches), sum(now), sum(then_findings), sum(findings) FROM account_pair WHERE state = 'both' ORDER BY 2, 1
