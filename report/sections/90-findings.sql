-- on:    csv
-- shows: file
SELECT f.finding_id, f.rule, r.clause, f.severity, f.subject_kind, f.subject, f.user_id, f.report_number, f.occurred_at, f.detail,
       f.explanation, s.path AS source_file, f.line AS source_line, f.disposition, r.title, r.innocent
  FROM finding f CROSS JOIN rule r ON r.place = f.place LEFT JOIN source s ON s.source = f.source ORDER BY f.finding
