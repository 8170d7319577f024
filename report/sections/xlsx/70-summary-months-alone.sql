-- on:      xlsx
-- shows:   summary
-- columns: text 9, count 9
SELECT name || iif(covered, '', ' *') AS Month, searches AS Searches FROM month_activity m ORDER BY m.month
