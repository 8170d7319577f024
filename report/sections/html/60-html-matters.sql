-- on:      html
-- shows:   a row for each matter, the worst first
-- says:    1 is how many at most. Matters of passages alone are in the part To be read; whoever was cleared is not listed.
SELECT m.matter_id, m.severity, m.sentence, m.innocent, m.findings, m.passages,
       CASE m.state WHEN 'answered' THEN coalesce(m.disposition, 'answered') WHEN 'open' THEN coalesce(m.disposition, 'open') ELSE m.state END
         || iif(m.second_reviewer, '; for a second reviewer', '') AS answer,
       m.can_change, (SELECT count(*) FROM audit_matter WHERE findings AND disposition IS NOT 'unfounded') AS all_matters
  FROM audit_matter m WHERE m.findings AND m.disposition IS NOT 'unfounded' ORDER BY m.rank LIMIT ?1
