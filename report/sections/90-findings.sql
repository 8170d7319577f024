-- on:    csv
-- shows: file
SELECT place, finding_id, subject, user_id, report_number, occurred_at, detail, explanation, disposition, source, line FROM finding_row ORDER BY finding
