-- on:    compare
-- shows: table
-- title: Answers of then, tested again
-- level: 2
-- says:  Answers that one person gave to one rule on one account stand in one row; compare.xlsx has each by its id.
-- columns: text 26, text 18, count 10, text 16, text 28, text 40
-- empty: No answer was given in the earlier audit.
-- most:  6
-- rest:  in compare.xlsx
SELECT iif(a.rule = '', 'matter ' || a.id, a.rule) AS "Rule or matter", coalesce(a.user_id, '') AS Account, count(*) AS Answers, a.disposition AS Answer,
       coalesce(a.decided_by, '') || coalesce(', ' || a.decided_on, '') || coalesce(', due ' || nullif(a.due, ''), '') AS "By, on",
       (SELECT words FROM tested_again t WHERE t.id = a.id) AS "Tested again"
  FROM answered_then a WHERE a.disposition <> 'unfounded' GROUP BY a.user_id, iif(a.rule = '', a.id, a.rule), a.disposition, a.decided_by, a.decided_on, a.due
 ORDER BY "Tested again" NOT LIKE 'recurs%', a.decided_on, a.user_id, "Rule or matter"
