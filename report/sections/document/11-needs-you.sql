-- on:      pdf page
-- shows:   table
-- title:   What needs you first
-- level:   3
-- columns: text 8, text 86, text 16, link 0
SELECT severity AS Severity, sentence AS "What the records show", coalesce(can_change, '–') AS "Still to be done",
       'rule-' || (SELECT min(f.place) FROM finding f WHERE f.matter_id = m.matter_id AND f.severity = m.severity) AS link
  FROM audit_matter m WHERE findings AND state <> 'answered' ORDER BY rank LIMIT 5
