-- on:    compare-sheets
-- shows: sheet
-- title: Answers of then
-- columns: text 26, text 18, text 16, text 22, text 14, text 40
SELECT a.id AS "Matter or finding", coalesce(a.user_id, '') AS Account, a.disposition AS Answer, coalesce(a.decided_by, '') || coalesce(', ' || a.decided_on, '') AS "By, on", coalesce(nullif(a.due, ''), '–') AS Due,
       CASE WHEN a.user_id IS NULL THEN 'of no account: not tested again'
            WHEN a.user_id NOT IN (SELECT lower(user_id) FROM main.search WHERE user_id NOT NULL) THEN 'the account does not search any more: not testable'
            WHEN a.rule <> '' AND EXISTS (SELECT 1 FROM main.finding f WHERE f.rule = a.rule AND lower(f.user_id) = a.user_id) THEN 'recurs: the same rule names the account again'
            WHEN a.rule <> '' AND (SELECT tested FROM main.rule r WHERE r.rule = a.rule) = 0 THEN 'not tested this year'
            WHEN a.rule <> '' THEN 'holds: the rule does not name the account'
            WHEN EXISTS (SELECT 1 FROM main.audit_matter m WHERE m.matter_id = a.id) THEN 'recurs: the same matter stands again'
            ELSE 'holds: the matter does not stand again' END AS "Tested again"
  FROM answered_then a WHERE a.disposition <> 'unfounded' ORDER BY a.decided_on, a.id
