-- on:      html-people
-- shows:   table
-- columns: text 20, text 30, count 10, count 10, count 10, count 10, count 10, count 10, count 10, count 10, link 0
-- most:    100
-- rest:    in the sheet Users of audit.xlsx; those with findings can be chosen above the list of findings
-- empty:   The log names nobody.
WITH reports AS (SELECT EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports') AS there),
used AS (
  SELECT lower(a.user_id) AS key, a.user_id, a.user_name, b.searches, b.documented FROM searching_account b JOIN account a USING (account)),
known AS (SELECT key FROM used UNION SELECT user_key FROM user_severities)
SELECT coalesce(f.user_id, u.user_id) AS User, coalesce(nullif(u.user_name, ''), (SELECT trim(coalesce(h.first_name || ' ', '') || coalesce(h.last_name, '')) FROM person h WHERE h.user_key = k.key), '') AS Name,
       coalesce(u.searches, 0) AS Searches, iif(there, coalesce(u.documented, 0), NULL) AS Documented, coalesce(f.findings, 0) AS Findings,
       coalesce(f.critical, 0) AS Critical, coalesce(f.high, 0) AS High, coalesce(f.medium, 0) AS Medium, coalesce(f.low, 0) AS Low, coalesce(f.info, 0) AS Info,
       'user=' || replace(replace(f.user_id, '%', '%25'), '&', '%26') AS link
  FROM reports, known k LEFT JOIN used u USING (key) LEFT JOIN user_severities f ON f.user_key = k.key
 ORDER BY coalesce(f.findings, 0) DESC, coalesce(u.searches, 0) DESC, k.key
