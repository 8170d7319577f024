-- on:      matter
-- shows:   lines
-- title:   Passages to read
SELECT passage_id, question || coalesce(' ' || answer, ' Open.') FROM audit_passage WHERE matter_id = ?1 GROUP BY passage_id ORDER BY number
