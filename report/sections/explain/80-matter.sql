-- on:      matter
-- shows:   lines
-- title:   The matter
-- says:    What one person answers with one sentence. An indicator from the records, no verdict.
WITH m AS (SELECT * FROM audit_matter WHERE matter_id = ?1)
SELECT 'id', matter_id FROM m UNION ALL SELECT 'rank', printf('%,d of %,d, %s', rank, (SELECT count(*) FROM matter), severity) FROM m
UNION ALL SELECT 'what the records show', sentence FROM m UNION ALL SELECT 'what speaks for the person', innocent FROM m
UNION ALL SELECT 'still to be done', can_change FROM m UNION ALL SELECT 'first and last', first_at || coalesce(' to ' || nullif(last_at, first_at), '') FROM m
UNION ALL SELECT 'who answers', 'a second reviewer: the account is the administrator''s own' FROM m WHERE second_reviewer
UNION ALL SELECT 'state', state || printf(', %,d of %,d open', open, findings + passages) FROM m
UNION ALL SELECT 'answer', w.words FROM m JOIN decision_words w ON w.id = m.matter_id
