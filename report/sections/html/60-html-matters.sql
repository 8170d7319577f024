-- on:      html
-- shows:   a row for each matter, the worst first
-- says:    1 is how many at most. Matters of passages alone are in the part To be read; whoever was cleared is not listed. TICKS has a digit for each month of the
--          period: how many of its findings are dated there, 9 for more.
WITH months AS MATERIALIZED (SELECT month, name FROM month_activity WHERE (SELECT count(*) FROM month_activity) BETWEEN 2 AND 36),
dated AS MATERIALIZED (
  SELECT x.matter, substr(f.occurred_at, 1, 7) AS month, count(*) AS findings FROM finding_matter x JOIN finding_row f USING (finding) WHERE f.occurred_at NOT NULL GROUP BY 1, 2)
SELECT m.matter_id, m.severity, m.sentence, m.innocent, m.findings,
       (SELECT count(DISTINCT p.passage_id) FROM passage_matter x JOIN open_passage p USING (number) WHERE x.matter = m.rank) AS passages,
       CASE m.state WHEN 'answered' THEN coalesce(m.disposition, 'answered') WHEN 'open' THEN coalesce(m.disposition, 'open') ELSE m.state END
         || iif(m.second_reviewer, '; for a second reviewer', '') AS answer,
       m.can_change, (SELECT count(*) FROM audit_matter WHERE findings AND disposition IS NOT 'unfounded') AS all_matters, m.rank, m.user_id, m.state, m.disposition,
       (SELECT group_concat(facts, ' ') FROM (SELECT f.facts FROM finding_matter x JOIN finding_row f USING (finding) WHERE x.matter = m.rank ORDER BY f.facts)) AS covers,
       (SELECT group_concat(findings, '') FROM (SELECT min(9, coalesce(d.findings, 0)) AS findings FROM months n LEFT JOIN dated d ON d.matter = m.rank AND d.month = n.month ORDER BY n.month)) AS ticks,
       (SELECT group_concat(words, ', ') FROM (SELECT n.name || ': ' || d.findings AS words FROM months n JOIN dated d ON d.matter = m.rank AND d.month = n.month ORDER BY n.month)) AS ticks_words
  FROM audit_matter m WHERE m.findings AND m.disposition IS NOT 'unfounded' ORDER BY m.rank LIMIT ?1
