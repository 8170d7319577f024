-- on:      html
-- shows:   a row for each question about a passage that nobody has answered
-- says:    1 is how many at most. The list of matters is a JSON array.
SELECT p.passage_id, r.about, p.question, p.passage, p.why, p.source_file || ':' || p.source_line AS place,
       a.rules || coalesce(iif(a.reports = 1, ' · report ', ' · ') || a.report, '') || iif(a.searches > 1, printf(' · concerns %,d searches', a.searches), '') AS concerns,
       (SELECT json_group_array(DISTINCT m.matter_id) FROM passage x JOIN passage_matter y USING (number) JOIN matter m USING (matter) WHERE x.passage_id = p.passage_id) AS matters,
       (SELECT count(*) FROM question_once WHERE answer IS NULL) AS all_passages
  FROM question_once a CROSS JOIN audit_passage p USING (number)
  CROSS JOIN (SELECT 'report' AS about, 0 AS purpose UNION ALL SELECT 'reason', 1) r
 WHERE a.answer IS NULL AND r.purpose = (p.question = (SELECT words FROM question WHERE question = 'purpose')) ORDER BY number LIMIT ?1
