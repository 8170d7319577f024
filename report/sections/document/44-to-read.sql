-- on:      pdf page
-- shows:   table
-- title:   Passages to read
-- says:    Two independent readings of these passages differ, or one of them is unsure: nothing is said of them until a person has read them. Answer in a
--          dispositions file under the passage's id: stated, or not stated; for a reason its purpose. The next run uses the answer.
-- columns: small 17, text 18, text 24, text 73, small 17
-- empty:   None: every passage was understood, or a person has answered.
-- most:    200
-- rest:    in the sheet To read of audit.xlsx
SELECT p.passage_id AS "Passage", a.rules || coalesce(iif(a.reports = 1, ' · report ', ' · ') || a.report, '') || iif(a.searches > 1, printf(' · concerns %,d searches', a.searches), '') AS "Rule and report",
       p.question AS Question, p.passage AS "As it is written", p.source_file || ':' || p.source_line AS Source
  FROM question_once a CROSS JOIN audit_passage p USING (number) WHERE a.answer IS NULL ORDER BY number
