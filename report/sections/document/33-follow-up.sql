-- on:    pdf pictures html-charts
-- shows: chart parts
-- title: Follow-up of leads
-- finding: SELECT printf('%,d with no corroboration stated, %,d with no review', max(exceptions) FILTER (WHERE rule = 'no-corroboration'),
--          max(exceptions) FILTER (WHERE rule = 'no-supervisor-review')) FROM rule WHERE rule IN ('no-corroboration', 'no-supervisor-review')
--          AND status <> 'not tested' HAVING count(*) = 2
-- says:  For each duty after a lead, how many reports were tested, how many hold it and how many are exceptions.
-- file:  follow-up
-- size:  full 68
WITH lines (place, rule, name) AS (VALUES
  (1, 'no-corroboration', 'leads acted on only when corroborated'), (2, 'no-supervisor-review', 'leads reviewed by a supervisor'),
  (3, 'result-mismatch', 'results as in the log'), (4, 'officer-mismatch', 'officer as in the log'))
SELECT l.name AS label, s.series,
       iif(r.status = 'not tested', 0, iif(s.series = 'exception', r.exceptions, max(0, r.tested - r.exceptions))) AS value,
       iif(s.series = 'exception' AND r.exceptions, 'rule=' || l.rule, NULL) AS key
  FROM lines l JOIN rule r USING (rule) CROSS JOIN (SELECT 1 AS place, 'as required' AS series UNION ALL SELECT 2, 'exception') s
 ORDER BY l.place, s.place
