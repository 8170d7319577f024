-- on:      passage
-- shows:   lines
-- title:   A passage to read
-- says:    Two readings of it differ, or one is unsure: nothing is said of it until a person has read it.
WITH p AS (SELECT * FROM audit_passage WHERE passage_id = ?1)
SELECT 'id', passage_id FROM p GROUP BY passage_id UNION ALL SELECT 'question', question FROM p GROUP BY question
UNION ALL SELECT 'of rule', rule || ', clause ' || clause FROM p GROUP BY rule
UNION ALL SELECT 'about', subject_kind || ' ' || subject || coalesce(', user "' || user_id || '"', '') FROM p GROUP BY subject_kind, subject
UNION ALL SELECT 'as it is written', passage FROM p GROUP BY passage
UNION ALL SELECT 'source', group_concat(DISTINCT source_file || ':' || source_line) FROM p
UNION ALL SELECT 'why it is asked', why FROM p GROUP BY why
UNION ALL SELECT 'answer', coalesce(max(answer), 'none') FROM p
UNION ALL SELECT 'given', '"' || g.disposition || '"' || coalesce(' on ' || nullif(g.decided_on, ''), '') || coalesce(' by ' || nullif(g.decided_by, ''), '') || coalesce(': "' || nullif(g.note, '') || '"', '')
         || ' (' || s.path || ':' || g.line || ')' FROM disposition g JOIN source s USING (source) WHERE g.id = ?1
