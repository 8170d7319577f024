-- on:      pdf
-- shows:   table
-- title:   Every clause and its result
-- level:   3
-- says:    ✓ no exceptions in what was tested   ▲ exceptions to review   ◇ to be read by a person   ○ not tested   — not testable from records.
-- columns: sign 4, text 15, text 20, text 50, text 24, text 8, text 6, link 0
-- empty:   No rule was evaluated: this database has not been analysed.
WITH line AS (
  SELECT r.*, w.part, w.unit || CASE WHEN r.tested = 1 THEN '' WHEN w.unit = 'search' THEN 'es' ELSE 's' END AS unit, w.answered,
         CASE w.part WHEN 'Access' THEN 1 WHEN 'Purpose' THEN 2 WHEN 'Documentation' THEN 3 WHEN 'Follow-up' THEN 4 ELSE 5 END AS turn
    FROM rule r JOIN rule_words w USING (place)),
shown AS (
  SELECT turn, part, place, status, clause, title, CASE status WHEN 'exceptions' THEN printf('%,d of %,d %s', exceptions, tested, unit) || iif(to_read, printf(', %,d to read', to_read), '')
                ELSE printf('%,d to read', to_read) END AS result, iif(answered, printf('%,d', answered), NULL) AS answered, iif(exceptions, printf('%,d', exceptions - answered), NULL) AS open, 'rule-' || place AS link
    FROM line WHERE status IN ('exceptions', 'to be read') AND severity <> 'info'
   UNION ALL -- what is only noted is one line, too
  SELECT 5.5, 'To note', min(place), 'exceptions', NULL, group_concat(clause || ' ' || rule || ' ' || printf('%,d of %,d', exceptions, tested), ', '),
         count(*) || iif(count(*) = 1, ' test', ' tests'), NULLIF(sum(answered), 0), sum(exceptions) - sum(answered), 'rule-' || min(place)
    FROM (SELECT * FROM line WHERE status IN ('exceptions', 'to be read') AND severity = 'info' ORDER BY place) HAVING count(*)
   UNION ALL -- the others of a status are one line: this is one page
  SELECT 6, CASE status WHEN 'compliant' THEN 'No exceptions' WHEN 'not tested' THEN 'Not tested' ELSE 'By a person' END, min(place), status, NULL,
         iif(status = 'not tested', group_concat(clause || ' ' || replace(rule, '-', ' '), ', '), group_concat(DISTINCT substr(clause, 1, instr(clause || '(', '(') - 1))),
         count(*) || CASE WHEN status = 'not testable' THEN iif(count(*) = 1, ' clause', ' clauses') ELSE iif(count(*) = 1, ' test', ' tests') END, NULL, NULL, '43-without-exceptions'
    FROM (SELECT * FROM rule ORDER BY place) WHERE status NOT IN ('exceptions', 'to be read') GROUP BY status)
SELECT status AS " ", iif(lag(part) OVER (ORDER BY turn, place) IS part, NULL, part) AS Part, clause AS Clause, replace(title, ',', iif(turn > 5, ', ', ',')) AS "What must hold", result AS Result,
       answered AS Answered, open AS Open, link
  FROM shown ORDER BY turn, place
