-- on:      html-people
-- shows:   table
-- title:   Accounts that searched
-- columns: text 20, text 30, count 10, link 1, count 10, link 1, count 10, link 1, count 10, link 1, count 10, link 1, count 10, link 1, count 10, link 1, count 10, link 1, link 0
-- most:    400
-- rest:    in the sheet Users of audit.xlsx; those with findings can be chosen above the list of findings
-- empty:   The log names nobody who searched.
WITH reports AS (SELECT EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports') AS there),
used AS (
  SELECT lower(a.user_id) AS key, a.user_id, a.user_name, b.searches, b.documented, replace(replace(a.user_id, '%', '%25'), '&', '%26') AS id
    FROM searching_account b JOIN account a USING (account) WHERE NOT b.withheld)
SELECT u.user_id AS User, coalesce(nullif(u.user_name, ''), (SELECT trim(coalesce(h.first_name || ' ', '') || coalesce(h.last_name, '')) FROM person h WHERE h.user_key = u.key), '') AS Name,
       u.searches AS Searches, 's-user=' || id, iif(there, u.documented, NULL) AS Documented, iif(there AND u.documented, 's-user=' || id || '&s-state=any documented', NULL),
       coalesce(f.findings, 0) AS Findings, iif(f.findings, 'user=' || id, NULL), coalesce(f.critical, 0) AS Critical, iif(f.critical, 'user=' || id || '&severity=critical', NULL),
       coalesce(f.high, 0) AS High, iif(f.high, 'user=' || id || '&severity=high', NULL), coalesce(f.medium, 0) AS Medium, iif(f.medium, 'user=' || id || '&severity=medium', NULL),
       coalesce(f.low, 0) AS Low, iif(f.low, 'user=' || id || '&severity=low', NULL), coalesce(f.info, 0) AS Info, iif(f.info, 'user=' || id || '&severity=info', NULL),
       iif(f.findings, 'user=' || id, NULL) AS link
  FROM reports, used u LEFT JOIN user_severities f ON f.user_key = u.key
 ORDER BY coalesce(f.critical, 0) DESC, coalesce(f.high, 0) DESC, coalesce(f.findings, 0) DESC, u.searches DESC, u.key
