-- on:      review
-- shows:   lines
-- title:   Ambiguous or not evaluated
-- empty:   Nothing.
SELECT * FROM (SELECT s.path || ':' || u.line, u.what || ': ' || u.why FROM unevaluated u JOIN source s USING (source) ORDER BY u.source, u.line)
UNION ALL SELECT * FROM (SELECT s.path || ':' || e.line, 'search ' || e.name || ', the reason ' || iif(r.purpose IS NULL, 'was not judged: ', '"' || r.text || '" is unclear: ') || coalesce(r.doubt, 'no reason was exported')
                           FROM event e JOIN source s USING (source) LEFT JOIN reason r ON r.reason = e.reason WHERE e.is_search AND coalesce(r.purpose, 'unclear') = 'unclear' ORDER BY e.event)
UNION ALL SELECT * FROM (SELECT s.path || ':' || e.line, 'row ' || e.name || ', ' || e.occurred_at || ': '
                                || iif(e.at_doubt = 'ambiguous', 'this local time occurred twice', iif(e.at_doubt = 'skipped', 'this local time did not occur', e.at_doubt))
                           FROM event e JOIN source s USING (source) WHERE e.at_doubt NOT NULL ORDER BY e.event)
UNION ALL SELECT * FROM (SELECT s.path || ':' || w.line, 'report row "' || w.number || '", its time: ' || w.at_doubt FROM report_row w JOIN source s USING (source) WHERE w.at_doubt NOT NULL ORDER BY w.row)
UNION ALL SELECT * FROM (SELECT s.path || ':' || w.line, 'report row "' || w.number || '" has no date that could be read' FROM report_row w JOIN source s USING (source) WHERE w.day IS NULL ORDER BY w.row)
UNION ALL SELECT * FROM (SELECT 'account ' || user_id, coalesce('(' || nullif(user_name, '') || ') ', '') || iif(account IN (SELECT account FROM account_unmatched), 'is not matched to the personnel file', 'is matched by ' || person_how) || '; ' || searches || iif(searches = 1, ' search', ' searches')
                           FROM account WHERE (account IN (SELECT account FROM account_unmatched) OR person_how NOT IN ('user id', 'employee id', 'name')) AND EXISTS (SELECT 1 FROM source WHERE kind = 'personnel') ORDER BY account)
UNION ALL SELECT * FROM (SELECT s.path || ':' || n.line, n.text FROM source_note n JOIN source s USING (source) WHERE n.line > 0 ORDER BY n.source, n.line, n.note)
UNION ALL SELECT * FROM (SELECT s.path || ':' || j.line, 'rejected: ' || j.reason FROM reject j JOIN source s USING (source) ORDER BY j.source, j.line)
UNION ALL SELECT * FROM (SELECT 'rule ' || rule, 'not tested: ' || why FROM rule WHERE rule NOT NULL AND status = 'not tested' ORDER BY place)
