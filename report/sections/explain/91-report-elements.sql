-- on:      report linked
-- shows:   lines
-- title:   What the clause asks of a report, present or lacking
WITH said AS (SELECT g.*, s.path || ':' || w.line AS place FROM reading g JOIN report_row w USING (row) JOIN source s USING (source) WHERE w.report = ?1),
element (turn, label, meanings, valued) AS (VALUES
  (1, 'a documented use', 'use', 0), (2, 'use denied or not made', 'not used', 0), (4, 'reason for the use', 'reason', 0), (5, 'officer who searched', 'searcher', 1),
  (6, 'result', 'candidate, no candidate', 0), (7, 'person identified', 'candidate', 1), (8, 'corroboration', 'corroborated, not corroborated', 0),
  (9, 'action on candidate', 'action', 0), (10, 'notice to the Chief', 'notice before, notice after, notice denied, notice untimed', 0))
SELECT label, text FROM (
  SELECT turn, label, coalesce((SELECT group_concat(g.meaning || ' "' || g.words || '"' || iif(valued, ': ' || g.value, '') || ' (' || g.place || ')', '; ')
              FROM said g WHERE instr(', ' || meanings || ',', ', ' || g.meaning || ',') AND (NOT valued OR coalesce(g.value, '') <> '')), 'nothing was read') AS text FROM element
  UNION ALL SELECT 3, 'type of investigation', CASE WHEN max(type IS NULL) THEN 'not exported' ELSE coalesce(group_concat(DISTINCT '"' || nullif(trim(type), '') || '"'), 'empty in every row') END
    FROM report_row WHERE report = ?1)
 ORDER BY turn
