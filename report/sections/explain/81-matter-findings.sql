-- on:      matter
-- shows:   lines
-- title:   Its findings
-- empty:   None.
SELECT finding_id, rule || ', ' || severity || ': ' || explanation || coalesce(' (' || source_file || ':' || source_line || ')', '') || coalesce(' [' || disposition || ']', '')
  FROM audit_finding WHERE matter_id = ?1 ORDER BY number
