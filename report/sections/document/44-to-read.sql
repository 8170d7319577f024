-- on:      pdf page html-method
-- shows:   table
-- title:   Passages to read
-- says:    Two independent readings of these passages differ, or one of them is unsure: nothing is said of them until a person has read them. Answer in a
--          dispositions file under the passage's id: stated, or not stated; for a reason its purpose. The next run uses the answer.
-- columns: small 16, text 22, text 30, text 57, small 24
-- most:    200
-- rest:    in the sheet To read of audit.xlsx
WITH asked AS (  -- each question once, without its text
  SELECT min(number) AS number, count(*) AS searches FROM open_passage GROUP BY passage_id, place)
SELECT p.passage_id AS "Passage", p.rule || coalesce(' · report ' || p.report_number, '') || iif(a.searches > 1, printf(' · concerns %d searches', a.searches), '') AS "Rule and report",
       p.question AS Question, p.passage AS "As it is written", p.source_file || ':' || p.source_line AS Source
  FROM asked a CROSS JOIN audit_passage p USING (number) ORDER BY number
