-- on:      dossier-sheets
-- shows:   sheet
-- title:   Findings
-- says:    Each finding with its rule, sentence and rows.
-- columns: count 6, text 12, text 24, text 12, text 60, text 50, text 26, text 16, text 14
SELECT m.item AS "No.", f.clause AS Clause, f.rule AS Rule, f.severity AS Severity, f.explanation AS "What the rows show", f.innocent AS "What they do not exclude",
       coalesce((SELECT group_concat(v.source_file || ':' || v.source_line, ', ') FROM audit_evidence v WHERE v.finding_id = f.finding_id), '') AS Rows, coalesce(f.disposition, 'open') AS Answer, f.finding_id AS Id
  FROM scope_finding f LEFT JOIN scope_matter m USING (matter_id) ORDER BY m.item, f.number
