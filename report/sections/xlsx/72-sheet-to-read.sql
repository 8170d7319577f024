-- on:      xlsx
-- shows:   sheet
-- title:   To read
-- says:    Passages that two readings do not agree on, each with the question that a person answers. Nothing is said of them until then.
-- rest:    audit.db, view audit_passage
-- columns: text 24, text 36, text 70, entry 15, entry 22, entry 11, entry 11, text 16, text 18, count 10, text 44, text 24, text 14
SELECT a.rules AS Rule, p.question AS Question, p.passage AS "As it is written", d.disposition AS Answer, d.note AS Note, nullif(d.decided_by, '') AS By,
       d.decided_on AS "On", a.user AS User, a.report AS Report, nullif(a.searches, 0) AS Searches, p.why AS "Why it is not settled",
       p.source_file || ':' || p.source_line AS "Source row", p.passage_id AS Passage
  FROM question_once a CROSS JOIN audit_passage p USING (number) LEFT JOIN decision d ON d.id = p.passage_id ORDER BY number
