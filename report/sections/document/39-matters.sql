-- on:      pdf
-- shows:   table
-- title:   What needs you, continued
-- says:    All other matters that hold a critical finding, the worst first; the first five are on page 1. Answer each with one sentence on the sheet Matters of audit.xlsx, where all other matters stand, too. A matter answered as unfounded is not listed.
-- columns: count 4, text 96, text 17, text 9
-- most:    400
-- rest:    on the sheet Matters of audit.xlsx
SELECT m.rank AS "No.", m.sentence AS "What the records show", coalesce(m.can_change, '–') AS "Still to be done",
       CASE m.state WHEN 'answered' THEN coalesce(m.disposition, 'answered') WHEN 'open' THEN coalesce(m.disposition, 'open') ELSE m.state END || iif(m.second_reviewer, '; for a second reviewer', '') AS Answer
  FROM audit_matter m WHERE m.severity = 'critical' AND m.findings AND m.disposition IS NOT 'unfounded' AND m.matter_id NOT IN (SELECT matter_id FROM audit_matter WHERE findings AND state <> 'answered' ORDER BY rank LIMIT 5) ORDER BY m.rank
