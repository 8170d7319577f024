-- on:      html-people
-- shows:   table
-- title:   Others whom a finding names
-- columns: text 20, text 30, count 10, link 1, count 10, link 1, count 10, link 1, count 10, link 1, count 10, link 1, count 10, link 1, link 0
-- most:    400
-- rest:    in the sheet Users of audit.xlsx; those with findings can be chosen above the list of findings
SELECT f.user_id AS User, coalesce((SELECT trim(coalesce(h.first_name || ' ', '') || coalesce(h.last_name, '')) FROM person h WHERE h.user_key = f.user_key), '') AS Name,
       f.findings AS Findings, 'user=' || id, coalesce(f.critical, 0) AS Critical, iif(f.critical, 'user=' || id || '&severity=critical', NULL),
       coalesce(f.high, 0) AS High, iif(f.high, 'user=' || id || '&severity=high', NULL), coalesce(f.medium, 0) AS Medium, iif(f.medium, 'user=' || id || '&severity=medium', NULL),
       coalesce(f.low, 0) AS Low, iif(f.low, 'user=' || id || '&severity=low', NULL), coalesce(f.info, 0) AS Info, iif(f.info, 'user=' || id || '&severity=info', NULL),
       'user=' || id AS link
  FROM (SELECT *, replace(replace(user_id, '%', '%25'), '&', '%26') AS id FROM user_severities) f
 WHERE f.user_key NOT IN (SELECT lower(a.user_id) FROM searching_account b JOIN account a USING (account) WHERE NOT b.withheld)
 ORDER BY coalesce(f.critical, 0) DESC, coalesce(f.high, 0) DESC, f.findings DESC, f.user_key
