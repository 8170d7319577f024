-- on:      xlsx
-- shows:   sheet
-- title:   Findings
-- says:    Every finding in a sentence, to work through: choose a disposition, keep notes.
-- rest:    findings.csv
-- columns: text 20, text 11, moment 19, text 16, link 75, text 18, link 73, link 74, link 75, text 18, link 74, text 56, text 14, text 30,
--          text 9, text 10, text 24, places 40, text 40, text 24, text 14
SELECT r.clause AS Clause, r.severity AS Severity, f.occurred_at AS "Date and time", f.user_id AS User, f.user_id,
       f.subject AS Subject, iif(r.subject = 'event', f.subject, NULL), iif(r.subject = 'report', f.subject, NULL),
       iif(r.subject = 'user', f.subject, NULL), f.report_number AS Report, f.report_number,
       f.explanation AS "What the records show", f.disposition AS Disposition, NULL AS Notes,
       iif(substr(f.occurred_at, 11, 1) = 'T' AND substr(f.occurred_at, -6, 1) IN ('+', '-'), substr(f.occurred_at, -6), NULL) AS "Offset",
       r.subject AS Kind, f.detail AS Detail, coalesce(f.evidence, f.source << 32 | f.line) AS "Source rows",
       r.innocent AS "Rule out first", r.rule AS Rule, f.finding_id AS "Finding"
  FROM finding_row f CROSS JOIN rule r ON r.place = f.place ORDER BY f.finding
