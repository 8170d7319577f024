-- on:      records-findings
-- shows:   sheet
-- title:   Findings
-- says:    Findings of the audit on these searches, their reports and their users: what must hold, where the records show an exception. A finding is an indicator, not a verdict. Of those that wait for a person not even the search is told.
-- columns: count 10, text 16, text 60, text 12, text 12, text 30, text 20
SELECT iif(waits, NULL, row) AS Row, iif(waits, '[review]', clause) AS Clause, iif(waits, '[review]', title) AS "What must hold", iif(waits, '[review]', severity) AS Severity, iif(waits, '[review]', kind) AS "Of",
       iif(waits, '[review]', which) AS Which, iif(waits, '[review]', answer) AS Answer
  FROM release_finding ORDER BY waits, row, number
