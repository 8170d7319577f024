-- on:      records records-findings
-- shows:   sheet
-- title:   Searches
-- says:    The rows of the log in its order.
-- rows:    release_search
-- columns: count 6, text 14, text 19, text 16, text 22, text 40, text 18, text 26, text 18,
--          text 20, text 18, text 20, text 12, text 16, text 16, text 30, text 12
SELECT c.row AS Row, max(iif(c.place = 0, c.shown, NULL)) AS "Event",
       max(iif(c.place = 1, c.shown, NULL)) AS "Date and time",
       max(iif(c.place = 4, c.shown, NULL)) AS "User",
       max(iif(c.place = 5, c.shown, NULL)) AS "User name",
       max(iif(c.place = 9, c.shown, NULL)) AS "Reason",
       max(iif(c.place = 8, c.shown, NULL)) AS "Case number",
       max(iif(c.place = 12, c.shown, NULL)) AS "Candidate selected",
       max(iif(c.place = 13, c.shown, NULL)) AS "Report",
       max(iif(c.place = 14, c.shown, NULL)) AS "Incident type",
       max(iif(c.place = 15, c.shown, NULL)) AS "Case status",
       max(iif(c.place = 2, c.shown, NULL)) AS "Agency",
       max(iif(c.place = 3, c.shown, NULL)) AS "Action",
       max(iif(c.place = 6, c.shown, NULL)) AS "Workstation",
       max(iif(c.place = 7, c.shown, NULL)) AS "Address",
       max(iif(c.place = 10, c.shown, NULL)) AS "Probe image",
       max(iif(c.place = 11, c.shown, NULL)) AS "Candidates returned"
  FROM release_cell c WHERE c.part = 0 GROUP BY c.row ORDER BY c.row
