-- on:    dossier-user dossier-report dossier-subject
-- shows: table
-- title: Each matter with its rows
-- level: 2
-- says:  For each matter its sentence; for each of its findings what the rows show and the row it rests on; below it the innocent explanations that the rows do not exclude. Nothing here says that one of them is not so.
-- columns: count 4, text 12, text 70, text 26
-- most:  300
-- rest:  on the sheet Findings of the workbook
-- page:  new
SELECT "No.", Clause, Text AS "What the rows show; what they do not exclude", Row FROM (
  SELECT m.item AS "No.", 'matter' AS Clause, m.sentence AS Text, '' AS Row, m.item, 0 AS part, 0 AS number FROM scope_matter m
  UNION ALL
  SELECT m.item AS "No.", f.clause AS Clause, f.explanation || coalesce(' Reviewer''s answer: ' || f.disposition || coalesce(', by ' || f.decided_by, '') || coalesce(', ' || f.decided_on, '') || '.', '') AS Text, coalesce(f.source_file || ':' || f.source_line, '') AS Row, m.item, 1 AS part, f.number
    FROM scope_matter m JOIN scope_finding f USING (matter_id)
  UNION ALL SELECT m.item, 'not excluded', m.innocent, '', m.item, 2, 0 FROM scope_matter m
  UNION ALL SELECT m.item, 'answer', w.words, '', m.item, 3, 0 FROM scope_matter m JOIN decision_words w ON w.id = m.matter_id)
 ORDER BY item, part, number
