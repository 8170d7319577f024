-- on:      xlsx
-- shows:   sheet
-- title:   To read
-- says:    Passages that two readings do not agree on, each with the question that a person answers. Nothing is said of them until then.
-- rest:    audit.db, view audit_passage
-- columns: text 14, text 24, text 16, text 18, text 44, text 100, entry 14, entry 30, text 44, text 24
SELECT p.passage_id AS Passage, p.rule AS Rule, p.user_id AS User, p.report_number AS Report, p.question AS Question, p.passage AS "As it is written",
       p.answer AS Answer, NULL AS Notes, p.why AS "Why it is not settled", p.source_file || ':' || p.source_line AS "Source row"
  FROM (SELECT min(number) AS number FROM passage GROUP BY passage_id, place) a CROSS JOIN audit_passage p USING (number) ORDER BY number
