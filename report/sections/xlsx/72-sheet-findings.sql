-- on:      xlsx
-- shows:   sheet
-- title:   Findings
-- says:    Every finding in a sentence, to work through: rule out what is innocent first, then choose a disposition, say why, who decided and when. The next run keeps it.
-- rest:    findings.csv
-- rows:    audit_finding
-- columns: text 14, text 12, text 44, text 30, entry 15, entry 20, entry 11, entry 11, entry 11, entry 20, moment 19, text 16, link 75, text 18, link 73, link 74,
--          link 75, text 18, link 74, text 9, text 10, text 24, text 40, text 24, text 30, count 9, text 14, link 0
SELECT f.clause AS Clause, f.severity AS Severity, f.explanation AS "What the records show", f.innocent AS "Rule out first", f.disposition AS Disposition,
       f.note AS Note, nullif(f.decided_by, 'not said') AS By, f.decided_on AS "On", f.due AS Due, f.response AS Response, f.occurred_at AS "Date and time",
       f.user_id AS User, f.user_id, f.subject AS Subject, iif(f.subject_kind = 'event', f.subject, NULL), iif(f.subject_kind = 'report', f.subject, NULL),
       iif(f.subject_kind = 'user', f.subject, NULL), f.report_number AS Report, f.report_number,
       iif(f.occurred_at GLOB '????-??-??T*[-+]??:??', substr(f.occurred_at, -6), NULL) AS "Offset", f.subject_kind AS Kind, f.detail AS Detail,
       (SELECT group_concat(s.path || ':' || v.line, '; ') FROM evidence v JOIN source s USING (source) WHERE v.finding = f.number) AS "Source rows",
       f.rule AS Rule, f.matter_id AS "Of matter", f.number AS "Order", f.finding_id AS "Finding", f.matter_id
  FROM audit_finding f ORDER BY f.number
