-- on:      html
-- shows:   every test: its result and how many findings it has; the last columns stand on its card, under their names
WITH found AS (SELECT place, sum(findings) AS findings FROM findings_of_user GROUP BY place)
SELECT r.place, coalesce(f.findings, 0) AS findings, r.clause, substr(r.clause, 1, min(instr(r.clause || '(', '('), instr(r.clause || ',', ',')) - 1) AS main, r.title, r.status, r.rule, r.severity,
       CASE r.status WHEN 'exceptions' THEN printf('%,d in %,d', r.exceptions, r.tested) WHEN 'to be read' THEN printf('%,d to read', r.to_read) WHEN 'compliant' THEN printf('none in %,d', r.tested)
                     WHEN 'not testable' THEN 'by a person' ELSE r.status END AS brief,
       CASE r.status WHEN 'exceptions' THEN printf('%,d %s in %,d tested', r.exceptions, iif(r.exceptions = 1, 'exception', 'exceptions'), r.tested)
                     WHEN 'to be read' THEN printf('%,d to be read by a person; no exception so far', r.to_read)
                     WHEN 'compliant' THEN printf('No exceptions in %,d tested', r.tested) WHEN 'not tested' THEN 'Not tested: ' || r.why
                     ELSE coalesce(nullif(r.why, ''), 'Not testable from records') END AS result,
       r.innocent, r.remedy, r.path, r.text,
       r.says AS "The clause asks", r.means AS "An exception is", r.innocent AS "Rule out first", r.remedy AS "So that it does not happen again", r.threshold AS "Its limit",
       (SELECT words FROM trust t WHERE t.rule = r.rule) AS "How far to trust it",
       iif(r.status IN ('exceptions', 'compliant') AND r.why NOT GLOB '[0-9n]* exception*, [0-9]* tested.', r.why, NULL) AS Note
  FROM rule r LEFT JOIN found f USING (place) ORDER BY r.place
