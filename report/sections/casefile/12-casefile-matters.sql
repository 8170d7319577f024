-- on:    dossier-user dossier-report dossier-subject
-- shows: table
-- title: What the records show
-- level: 2
-- says:  Each is an allegation only if somebody who knows the case makes it one; each gets its own answer.
-- columns: count 4, text 14, text 66, text 9, text 24
-- empty: No finding of this audit is on these searches.
-- most:  4
-- rest:  under "Each matter with its rows"
WITH answered AS (
  SELECT matter_id, group_concat(n || ' ' || disposition, ', ') AS words FROM (SELECT matter_id, disposition, count(*) AS n FROM scope_finding WHERE disposition NOT NULL GROUP BY 1, 2) GROUP BY matter_id)
SELECT m.item AS "No.", m.clauses AS Clause, m.sentence AS "What the rows show", m.findings AS Findings,
       CASE m.state WHEN 'answered' THEN coalesce(m.disposition, 'answered: ' || a.words) WHEN 'open' THEN coalesce(m.disposition, 'open' || coalesce('; of its findings ' || a.words, '')) ELSE m.state END AS "Reviewer's answer"
  FROM scope_matter m LEFT JOIN answered a USING (matter_id) ORDER BY m.item
