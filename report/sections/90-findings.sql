-- on:    csv
-- shows: file
SELECT a.finding_id, a.rule, a.clause, a.severity, a.subject_kind, a.subject, a.user_id, a.report_number, a.occurred_at, a.detail,
       a.explanation, a.source_file, a.source_line, a.disposition, a.title, a.innocent
  FROM audit_finding a ORDER BY a.number
