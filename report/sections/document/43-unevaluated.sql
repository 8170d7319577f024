-- on:      pdf page html-method
-- shows:   table
-- title:   Rows that could not be evaluated
-- says:    These rows count as neither passed nor failed.
-- columns: text 18, small 24, text 40
-- most:    20
-- rest:    in the table unevaluated and the view search_unread of audit.db
SELECT u.what AS "Rule or meaning", s.path || ':' || u.line AS Source, u.why AS Why
  FROM (SELECT what, source, line, why FROM unevaluated
        UNION ALL SELECT 'purpose', source, line, 'The reason was not read: ' || purpose_doubt || '.' FROM search_unread) u
  JOIN source s USING (source) ORDER BY u.what, u.source, u.line
