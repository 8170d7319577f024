-- on:      xlsx
-- shows:   summary
-- columns: text 9, count 9, count 9
SELECT name || iif(covered, '', ' *') AS Month, documented AS Documented, searches - documented AS "Not documented"
  FROM month_activity m ORDER BY m.month
