-- on:      search
-- shows:   lines
-- title:   Purpose
WITH e AS (SELECT e.*, r.text, r.purpose, r.detail, r.words, r.doubt FROM event e LEFT JOIN reason r ON r.reason = e.reason WHERE event = ?1)
SELECT 'the log row says', CASE WHEN text IS NULL THEN 'nothing: the log has no column for a reason' WHEN reason_withheld THEN 'withheld: "' || text || '"'
                                WHEN trim(text) = '' THEN 'nothing: the reason is empty' ELSE '"' || text || '"' END FROM e
UNION ALL SELECT 'read as', coalesce(purpose || coalesce(' (' || detail || ')', '') || coalesce(': ' || doubt, ''), 'not judged: ' || coalesce(doubt, 'no reason was exported')) FROM e
UNION ALL SELECT 'the words that decided', CASE WHEN purpose IS NULL THEN NULL WHEN coalesce(words, '') <> '' THEN '"' || words || '"'
                                WHEN trim(text) = '' THEN 'none: it is empty' ELSE 'none: no words that name a purpose were found' END FROM e
