-- on:      xlsx
-- shows:   sheet
-- title:   Findings
-- says:    Every finding in a sentence, to work through: choose a disposition, keep notes.
-- rest:    findings.csv
-- columns: text 20 rule.clause, text 11 rule.severity, moment 19, text 16, link 75, text 18, link 73, link 74, link 75, text 18, link 74, text 56,
--          text 14, text 30, offset 9, text 10 rule.kind, text 24, places 40, text 40 rule.innocent, text 24 rule.rule, text 14
SELECT f.place AS Clause, f.place AS Severity, f.occurred_at AS "Date and time", f.user_id AS User, f.user_id,
       f.subject AS Subject, iif(r.subject = 'event', f.subject, NULL), iif(r.subject = 'report', f.subject, NULL),
       iif(r.subject = 'user', f.subject, NULL), f.report_number AS Report, f.report_number,
       f.explanation AS "What the records show", f.disposition AS Disposition, NULL AS Notes, f.occurred_at AS "Offset",
       f.place AS Kind, f.detail AS Detail, coalesce(f.evidence, f.source << 32 | f.line) AS "Source rows",
       f.place AS "Rule out first", f.place AS Rule, f.finding_id AS "Finding"
  FROM finding_row f CROSS JOIN rule r ON r.place = f.place ORDER BY f.finding
