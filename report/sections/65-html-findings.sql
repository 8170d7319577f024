-- on:      html
-- shows:   a row for each source row of each finding chosen
-- says:    1 is a list of [place, shown, found]: of the findings of each rule so many are shown, spread evenly over their order;
--          2 is how many source rows of a finding are shown. Fields of a source row end with a record separator (30), and
--          their names with a unit separator (31).
WITH RECURSIVE quota (place, shown, found) AS (
  SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]') FROM json_each(?1)),
turns (place, shown, found, number) AS (  -- of the findings of a rule the 1st, 2nd ... that is shown
  SELECT place, min(shown, found), found, 1 FROM quota WHERE shown > 0 AND found > 0
  UNION ALL SELECT place, shown, found, number + 1 FROM turns WHERE number < shown),
chosen AS MATERIALIZED (
  SELECT s.first + (t.number * t.found + t.shown - 1) / t.shown - 1 AS id, t.place, (t.number * t.found + t.shown - 1) / t.shown - 1 AS turn
    FROM turns t JOIN finding_span s USING (place)),
proof AS MATERIALIZED (
  SELECT c.id, v.source, v.line, row_number() OVER (PARTITION BY c.id ORDER BY v.source, v.line) AS number, count(*) OVER (PARTITION BY c.id) AS proofs
    FROM chosen c CROSS JOIN evidence v ON v.finding = c.id),
wanted AS MATERIALIZED (SELECT DISTINCT source, line FROM proof WHERE number <= ?2),
said (source, line, words) AS (
  SELECT e.source, e.line, iif(e.is_search, 'Search', 'Log row') || char(31) || e.name || char(30) || 'Time' || char(31) || strftime('%Y-%m-%d %H:%M:%S', e.at + e.utc_offset * 60, 'unixepoch')
         || coalesce(char(30) || 'Action' || char(31) || nullif(e.action, ''), '') || char(30) || 'User' || char(31) || a.user_id || coalesce(', ' || coalesce(nullif(e.user_name, ''), a.user_name), '')
         || coalesce(char(30) || 'Workstation' || char(31) || iif(e.withheld & 2, '(withheld)', nullif(e.workstation, '')), '')
         || coalesce(char(30) || 'Case number' || char(31) || iif(e.withheld & 8, '(withheld)', coalesce(nullif(e.case_number, ''), iif(e.case_number = '', '(empty)', NULL))), '')
         || coalesce(char(30) || 'Reason' || char(31) || iif(e.withheld & 16, '(withheld)', coalesce(nullif(r.text, ''), '(empty)')), '')
         || coalesce(char(30) || 'Purpose' || char(31) || r.purpose || coalesce(', by the words "' || nullif(r.words, '') || '"', ''), '')
         || coalesce(char(30) || 'Probe image' || char(31) || iif(e.withheld & 32, '(withheld)', nullif(e.probe, '')), '')
         || coalesce(char(30) || 'Candidate' || char(31) || iif(e.withheld & 128, '(withheld)', nullif(e.candidate, '')), '')
         || coalesce(char(30) || 'Link' || char(31) || CASE WHEN e.report NOT NULL THEN 'report ' || e.report_number || ', by ' || e.method || ', confidence ' || printf('%.2f', e.confidence)
                                                             ELSE 'no report' || coalesce(': ' || e.orphan_kind, '') END || coalesce(char(30) || 'Link reason' || char(31) || nullif(e.why, ''), ''), '')
    FROM event b CROSS JOIN wanted w ON w.source = b.source AND w.line = b.line CROSS JOIN event_linked e ON e.event = b.event JOIN account a ON a.account = e.account
    LEFT JOIN reason r ON r.reason = e.reason
  UNION ALL SELECT x.source, x.line, 'Report' || char(31) || x.number || coalesce(', supplement ' || nullif(x.supplement, ''), '') || coalesce(char(30) || 'CAD event' || char(31) || nullif(x.cad, ''), '')
         || coalesce(char(30) || 'Dated' || char(31) || replace(substr(x.at_text, 1, 19), 'T', ' '), '') || coalesce(char(30) || 'Type' || char(31) || iif(x.withheld & 1, '(withheld)', nullif(x.type, '')), '')
         || coalesce(char(30) || 'Status' || char(31) || nullif(x.status, ''), '')
         || coalesce(char(30) || 'Officer' || char(31) || iif(x.withheld & 2, '(withheld)', nullif(coalesce(x.officer, '') || coalesce(' ' || x.officer_id, ''), '')), '')
         || coalesce(char(30) || 'Supervisor' || char(31) || iif(x.withheld & 4, '(withheld)', coalesce(nullif(x.supervisor, ''), iif(x.supervisor = '', '(empty)', NULL))), '')
         || coalesce(char(30) || 'Approved' || char(31) || iif(x.withheld & 8, '(withheld)', coalesce(nullif(x.approved, ''), iif(x.approved = '', '(empty)', NULL))), '')
         || coalesce(char(30) || 'Narrative' || char(31) || iif(x.withheld & 16, '(withheld)', iif(length(y.text) > 600, substr(y.text, 1, 600) || '… (' || (length(y.text) - 600) || ' more characters)', nullif(y.text, ''))), '')
    FROM report_fact x CROSS JOIN wanted w ON w.source = x.source AND w.line = x.line LEFT JOIN narrative y USING (row)
  UNION ALL SELECT h.source, h.line, 'Member' || char(31) || h.user_id || coalesce(', ' || nullif(trim(coalesce(h.rank || ' ', '') || coalesce(h.first_name || ' ', '') || coalesce(h.last_name, '')), ''), '')
         || char(30) || 'Access approved' || char(31) || coalesce(date(h.approved_day * 86400, 'unixepoch'), '(no date)') || coalesce(' by ' || nullif(h.approved_by, ''), '')
         || char(30) || 'Training' || char(31) || coalesce(date(h.trained_day * 86400, 'unixepoch'), '(no date)')
         || coalesce(char(30) || 'Separated' || char(31) || date(h.separated_day * 86400, 'unixepoch') || char(30) || 'Deactivated' || char(31) || coalesce(date(h.deactivated_day * 86400, 'unixepoch'), '(no date)'), '')
    FROM person h CROSS JOIN wanted w ON w.source = h.source AND w.line = h.line
  UNION ALL SELECT t.source, t.line, 'Assignment' || char(31) || h.user_id || ', ' || coalesce(t.unit, '(no unit)') || ' from ' || coalesce(date(t.from_day * 86400, 'unixepoch'), '(no date)') || ' to ' || coalesce(date(t.to_day * 86400, 'unixepoch'), '(no date)')
    FROM assignment t CROSS JOIN wanted w ON w.source = t.source AND w.line = t.line JOIN person h USING (person)
  UNION ALL SELECT n.source, n.line, 'Notified' || char(31) || coalesce(nullif(n.notified, ''), '(not stated)') || char(30) || 'Time, UTC' || char(31) || strftime('%Y-%m-%d %H:%M', n.at, 'unixepoch')
         || coalesce(char(30) || 'Case number' || char(31) || nullif(n.case_number, ''), '') || coalesce(char(30) || 'User' || char(31) || nullif(n.user_id, ''), '')
    FROM notice n CROSS JOIN wanted w ON w.source = n.source AND w.line = n.line
  UNION ALL SELECT d.source, d.line, 'Duty' || char(31) || d.user_id || char(30) || 'Hours, UTC' || char(31) || strftime('%Y-%m-%d %H:%M', d.start_at, 'unixepoch') || ' to ' || strftime('%Y-%m-%d %H:%M', d.end_at, 'unixepoch')
         || coalesce(char(30) || 'Kind' || char(31) || nullif(d.kind, ''), '')
    FROM shift d CROSS JOIN wanted w ON w.source = d.source AND w.line = d.line
  UNION ALL SELECT j.source, j.line, 'Rejected row' || char(31) || j.reason || char(30) || 'As written' || char(31) || substr(j.raw, 1, 600)
    FROM reject j CROSS JOIN wanted w ON w.source = j.source AND w.line = j.line),
told AS MATERIALIZED (SELECT source, line, group_concat(words, char(30)) AS words FROM said GROUP BY source, line)
SELECT c.place, f.finding_id, f.severity, f.subject_kind, f.subject, f.user_id, f.report_number, f.occurred_at, f.detail, f.explanation, s.path AS source_file, f.line, f.disposition,
       p.number, p.proofs, q.path AS proof_file, p.line AS proof_line, t.words
  FROM chosen c JOIN finding f ON f.finding = c.id LEFT JOIN source s ON s.source = f.source
  LEFT JOIN proof p ON p.id = c.id AND p.number <= ?2 LEFT JOIN source q ON q.source = p.source
  LEFT JOIN told t ON t.source = p.source AND t.line = p.line
 ORDER BY c.place, c.turn, p.number
