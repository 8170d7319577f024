-- on:    csv
-- shows: file
SELECT finding_id, rule, clause, severity, subject_kind, subject, user_id, report_number, occurred_at, detail, explanation,
       source_file, source_line, disposition, title, innocent, matter_id, note, decided_by, decided_on, due, response
  FROM audit_finding ORDER BY number
