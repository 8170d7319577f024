-- on:    compare-sheets
-- shows: sheet
-- title: Answers of then
-- columns: text 18, text 26, text 18, text 16, text 22, text 14, text 40
SELECT a.id AS "Matter or finding", iif(a.rule = '', 'matter', a.rule) AS Rule, coalesce(a.user_id, '') AS Account, a.disposition AS Answer, coalesce(a.decided_by, '') || coalesce(', ' || a.decided_on, '') AS "By, on", coalesce(nullif(a.due, ''), '–') AS Due,
       t.words AS "Tested again"
  FROM answered_then a JOIN tested_again t USING (id) WHERE a.disposition <> 'unfounded' ORDER BY a.decided_on, a.id
