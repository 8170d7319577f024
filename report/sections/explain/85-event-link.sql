-- on:      search
-- shows:   lines
-- title:   The link to an incident report
WITH n AS (SELECT e.*, e.report_number AS number, n.searches FROM event_linked e JOIN session n ON n.session = e.session WHERE e.event = ?1)
SELECT 'linked to', 'report ' || number || iif(searches > 1, ', with the ' || searches || ' searches of its session', '') FROM n WHERE report NOT NULL
UNION ALL SELECT 'linked to', 'no report' || coalesce(': ' || orphan_kind, '') FROM n WHERE report IS NULL
UNION ALL SELECT 'by', method FROM n WHERE report NOT NULL
UNION ALL SELECT 'confidence', printf('%.2f', confidence) || iif(confidence < 0.6, ': below 0.60, to be reviewed by hand', '') FROM n WHERE report NOT NULL
UNION ALL SELECT 'number cited, read as', coalesce((SELECT 'that of report ' || q.number FROM report q WHERE 'report ' || q.report = case_key), case_key, 'none') FROM n
UNION ALL SELECT iif(report NOT NULL, 'evidence', 'why'), link_why FROM n
UNION ALL SELECT 'the reports supplied', 'are dated from ' || min(date(w.day * 86400, 'unixepoch')) || ' to ' || max(date(w.day * 86400, 'unixepoch')) FROM report_row w, n
           WHERE w.day NOT NULL AND n.report IS NULL HAVING count(*)
