-- on:      review
-- shows:   lines
-- title:   Links that are less than 0.60 sure
-- says:    To be read by hand.
-- empty:   None.
WITH n AS (SELECT n.*, e.name, s.path || ':' || e.line AS place, p.number FROM session n JOIN event e ON e.event = n.session JOIN source s ON s.source = e.source LEFT JOIN report p ON p.report = n.report
            WHERE n.confidence < 0.6),
x AS (SELECT row_number() OVER () AS number, session, report, score, why FROM alternative)
SELECT label, text FROM (
  SELECT session, 0 AS number, 0 AS turn, 'search ' || name AS label, coalesce('report ' || number || ', ' || method || ', confidence ' || printf('%.2f', confidence), 'no report: ' || orphan_kind) || ' (' || place || ')' AS text FROM n
  UNION ALL SELECT session, 0, 1, 'evidence', why FROM n
  UNION ALL SELECT session, x.number, 0, 'runner-up', 'report ' || q.number || ', weight ' || printf('%.2f', x.score) FROM n JOIN x USING (session) JOIN report q ON q.report = x.report
  UNION ALL SELECT session, x.number, 1, 'evidence', x.why FROM n JOIN x USING (session))
 ORDER BY session, number, turn
