-- on:      xlsx
-- shows:   sheet
-- title:   Findings
-- columns: text 20, text 11, moment 19, text 9, text 16, text 18, text 12, text 18, text 70, text 24, text 40, text 40, text 24, text 14, text 18
SELECT a.clause AS Clause, a.severity AS Severity, a.occurred_at AS "Date and time",
       iif(a.occurred_at GLOB '*T*[-+]??:??', substr(a.occurred_at, -6), NULL) AS "Offset", a.user_id AS User, a.report_number AS Report,
       a.subject_kind AS Kind, a.subject AS Subject, a.explanation AS "What the records show", a.detail AS Detail,
       (SELECT group_concat(path || ':' || line, '; ') FROM (SELECT s.path, v.line FROM evidence v JOIN source s USING (source)
         WHERE v.finding_id = a.finding_id ORDER BY v.source, v.line)) AS "Source rows",
       a.innocent AS "Rule out first", a.rule AS Rule, a.finding_id AS "Finding", a.disposition AS Disposition
  FROM audit_finding a JOIN finding f USING (finding_id) ORDER BY f.place, f.occurred_at, f.subject, f.finding_id
