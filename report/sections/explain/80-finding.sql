-- on:      finding
-- shows:   lines
-- title:   The finding
-- says:    An indicator from the records, no verdict.
WITH f AS (SELECT f.*, r.clause, r.title, r.says, r.means, r.innocent, r.remedy, r.examines, r.tested, r.path AS card, s.path || ':' || f.line AS at_place
             FROM finding f JOIN rule r USING (place) LEFT JOIN source s USING (source) WHERE f.finding_id = ?1)
SELECT 'id', finding_id FROM f UNION ALL SELECT 'rule', rule || ', clause ' || clause || ', ' || severity FROM f
UNION ALL SELECT 'subject', subject_kind || ' ' || subject || coalesce(', user "' || user_id || '"', '') || coalesce(', report ' || report_number, '') FROM f
UNION ALL SELECT 'when', occurred_at FROM f UNION ALL SELECT 'source', at_place FROM f
UNION ALL SELECT 'what was found', explanation FROM f UNION ALL SELECT 'detail', nullif(detail, '') FROM f
UNION ALL SELECT 'the clause asks', says FROM f UNION ALL SELECT 'the rule fires on', means FROM f
UNION ALL SELECT 'how it was tested', 'the SELECT of ' || card || ' on the view ' || examines || ' (' || tested || ' tested)' FROM f
UNION ALL SELECT 'innocent explanations', innocent FROM f UNION ALL SELECT 'so that it does not happen again', remedy FROM f
UNION ALL SELECT 'disposition', coalesce(disposition, 'none recorded') FROM f
UNION ALL SELECT * FROM (SELECT 'decided', '"' || d.disposition || '"' || coalesce(' on ' || nullif(d.decided_on, ''), '') || coalesce(' by ' || nullif(d.decided_by, ''), '') || coalesce(': "' || nullif(d.note, '') || '"', '')
         || ' (' || s.path || ':' || d.line || ')' FROM disposition d JOIN source s USING (source) WHERE d.id = ?1 ORDER BY d.source, d.line)
