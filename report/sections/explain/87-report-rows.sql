-- on:      report linked
-- shows:   lines
-- title:   The rows of the report
WITH w AS (SELECT w.*, s.path || ':' || w.line AS file_place, s.sha256 FROM report_row w JOIN source s USING (source) WHERE w.report = ?1),
cells (row, turn, label, "column", value, how) AS (
  SELECT row, 0, iif(trim(coalesce(supplement, '')) IN ('', '0', '00', '000'), 'original row', 'supplement "' || supplement || '"'), NULL, file_place || ', report number "' || number || '"', 0 FROM w
  UNION ALL SELECT row, 1, 'CAD event number', NULL, cad, 1 FROM w
  UNION ALL SELECT row, 2, 'reported at', NULL, coalesce(at_text, 'not exported or not readable') || coalesce(' (' || at_doubt || ')', ''), 0 FROM w
  UNION ALL SELECT row, 3, 'type', 'type', type, 1 FROM w UNION ALL SELECT row, 4, 'status', NULL, status, 1 FROM w
  UNION ALL SELECT row, 5, 'officer', 'officer', officer, 1 FROM w UNION ALL SELECT row, 6, 'officer id', NULL, officer_id, 1 FROM w
  UNION ALL SELECT row, 7, 'matched to', NULL, coalesce('user "' || (SELECT user_id FROM person p WHERE p.person = w.author) || '" of the personnel file', 'nobody of the personnel file'), 0 FROM w
  UNION ALL SELECT row, 8, 'supervisor', 'supervisor', supervisor, 1 FROM w UNION ALL SELECT row, 9, 'supervisor approved', 'approved', approved, 1 FROM w
  UNION ALL SELECT row, 10, 'narrative', 'narrative', iif(narrated, (SELECT text FROM narrative n WHERE n.row = w.row), iif(narrated IS NULL, NULL, '')), 1 FROM w
  UNION ALL SELECT row, 11, 'not evaluated', NULL, u.why, 0 FROM w JOIN unevaluated u USING (source, line))
SELECT c.label, CASE WHEN NOT c.how THEN c.value WHEN c.value IS NULL THEN 'not exported' WHEN instr(w.withheld, c."column") THEN 'withheld: "' || c.value || '"'
              WHEN trim(c.value) = '' THEN 'empty' ELSE '"' || c.value || '"' END
  FROM cells c JOIN w USING (row) ORDER BY c.row, c.turn
