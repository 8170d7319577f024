-- on:      pdf
-- shows:   table
-- title:   Every clause and its result
-- level:   3
-- says:    ✓ no exceptions in what was tested   ▲ exceptions to review   ◇ to be read by a person   ○ not tested   — not testable from records.
-- columns: sign 4, text 19, text 56, text 24, link 0
-- empty:   No rule was evaluated: this database has not been analysed.
SELECT status AS " ", clause AS Clause, title AS "What must hold",
       CASE status WHEN 'exceptions' THEN printf('%,d in %,d', exceptions, tested) || iif(to_read, printf(', %,d to read', to_read), '') WHEN 'to be read' THEN printf('%,d to read', to_read) WHEN 'compliant' THEN printf('none in %,d', tested)
                   WHEN 'not testable' THEN 'by a person' ELSE status END AS Result,
       'rule-' || place AS link
  FROM (SELECT * FROM audit_clause c -- a lesser rule beside another of its clause stands here only where it has something to say: this is one page
         WHERE status <> 'not testable' AND NOT (status = 'compliant' AND severity IN ('low', 'info') AND EXISTS (SELECT 1 FROM rule r WHERE r.clause = c.clause AND r.rule NOT NULL AND r.place <> c.place))
         UNION ALL
        SELECT '', 'What only a person can test: ' || group_concat(clause, ', '), NULL, 'not testable', 0, 0, 0, NULL, NULL, min(place)
          FROM (SELECT clause, min(place) AS place FROM audit_clause WHERE status = 'not testable' GROUP BY clause ORDER BY min(place)) HAVING count(*))
 ORDER BY status = 'not testable', place
