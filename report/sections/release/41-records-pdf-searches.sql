-- on:    records-pdf
-- shows: table
-- title: Searches
-- level: 2
-- says:  The rows of the log in its order.
-- columns: count 6, small 12, text 17, text 16, text 28, text 18, text 20, text 16
-- most:  100000
-- rest:  in records.xlsx
SELECT c.row AS Row, max(iif(c.place = 0, c.shown, NULL)) AS Event, substr(max(iif(c.place = 1, c.shown, NULL)), 1, 16) AS "Date and time", coalesce(max(iif(c.place = 5, c.shown, NULL)), max(iif(c.place = 4, c.shown, NULL))) AS User,
       max(iif(c.place = 9, c.shown, NULL)) AS Reason, max(iif(c.place = 8, c.shown, NULL)) AS "Case number", max(iif(c.place = 12, c.shown, NULL)) AS "Candidate selected", max(iif(c.place = 14, c.shown, NULL)) AS "Incident type"
  FROM release_cell c WHERE c.part = 0 GROUP BY c.row ORDER BY c.row
