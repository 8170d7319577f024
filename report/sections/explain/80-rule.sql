-- on:      rule
-- shows:   lines
-- title:   The card
WITH r AS (SELECT * FROM rule WHERE place = ?1)
SELECT 'rule', coalesce(rule, 'none: only a person can test this clause') FROM r UNION ALL SELECT 'clause', clause FROM r UNION ALL SELECT 'title', title FROM r
UNION ALL SELECT 'severity', severity || coalesce('; ' || graver || ' where "' || graver_detail || '"', '') FROM r UNION ALL SELECT 'subject', subject FROM r UNION ALL SELECT 'the clause asks', says FROM r
UNION ALL SELECT 'fires on', means FROM r UNION ALL SELECT 'needs', needs FROM r UNION ALL SELECT 'limit', threshold FROM r
UNION ALL SELECT 'innocent explanations', innocent FROM r UNION ALL SELECT 'so that it does not happen again', remedy FROM r
UNION ALL SELECT 'how far to trust it', words FROM trust JOIN r USING (rule)
UNION ALL SELECT 'file', path || iif(own, ' (the agency''s own)', '') FROM r
UNION ALL SELECT 'status', status FROM r UNION ALL SELECT 'tested', tested || coalesce(' in the view ' || examines, '') FROM r WHERE rule NOT NULL
UNION ALL SELECT 'exceptions', CAST(exceptions AS TEXT) FROM r WHERE rule NOT NULL UNION ALL SELECT 'in words', why FROM r
