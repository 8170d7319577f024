-- on:    pdf
-- shows: terms
-- title: What was not tested
-- level: 3
SELECT iif(status = 'not tested', 'Not tested', 'By a person') AS label,
       group_concat(clause, '; ') || ': ' || iif(status = 'not tested', why, 'only a person can test these clauses; the records do not show it.') AS text
  FROM (SELECT status, iif(status = 'not tested', why, '') AS why, CASE WHEN rule IS NULL THEN clause ELSE clause || ' ' || lower(replace(rule, '-', ' ')) END AS clause,
               place FROM rule WHERE status LIKE 'not %' ORDER BY place)
 GROUP BY status, why
 UNION ALL
SELECT 'Not tested', 'Nothing that records can show was left out: every rule had what it needs.'
 WHERE NOT EXISTS (SELECT 1 FROM rule WHERE status = 'not tested') AND EXISTS (SELECT 1 FROM rule)
 ORDER BY 1 DESC, 2
