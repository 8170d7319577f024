-- on:      xlsx
-- shows:   summary
-- columns: text 9, count 9, count 9, count 9
SELECT name || iif(covered, '', ' *') AS Month, documented AS Documented,
       m.searches - documented - coalesce(n.searches, 0) AS "Not documented", coalesce(n.searches, 0) AS "Not judged"
  FROM month_activity m LEFT JOIN month_not_judged n USING (month) ORDER BY m.month
