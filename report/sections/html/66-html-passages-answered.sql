-- on:      html
-- shows:   a row for each question about a passage that was answered
-- says:    1 is how many at most. The columns are those of 66-html-passages.sql; WHY is the answer, by whom and when.
SELECT p.passage_id, r.about, p.question, p.passage, 'Answered: ' || coalesce((SELECT words FROM decision_words WHERE id = p.passage_id), a.answer) AS why,
       p.source_file || ':' || p.source_line AS place,
       a.rules || coalesce(iif(a.reports = 1, ' · report ', ' · ') || a.report, '') || iif(a.searches > 1, printf(' · concerns %,d searches', a.searches), '') AS concerns, '[]' AS matters,
       (SELECT count(*) FROM question_once WHERE answer NOT NULL) AS all_passages
  FROM question_once a CROSS JOIN audit_passage p USING (number)
  CROSS JOIN (SELECT 'report' AS about, 0 AS purpose UNION ALL SELECT 'reason', 1) r
 WHERE a.answer NOT NULL AND r.purpose = (p.question = (SELECT words FROM question WHERE question = 'purpose')) ORDER BY number LIMIT ?1
