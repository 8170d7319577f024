-- on:      html-people
-- shows:   table
-- columns: text 20, text 30, count 10, count 10, count 10, count 10, count 10, count 10, count 10, link 0
-- most:    100
-- rest:    in the sheet Users of audit.xlsx; those with findings can be chosen above the list of findings
-- empty:   The log names nobody.
WITH reports AS (SELECT EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports') AS there),
used AS (
  SELECT lower(a.user_id) AS key, a.user_id, a.user_name, b.searches, b.documented FROM searching_account b JOIN account a USING (account)),
found AS (
  SELECT lower(user_id) AS key, min(user_id) AS user_id, sum(findings) AS findings, sum(findings) FILTER (WHERE severity = 'critical') AS critical,
         sum(findings) FILTER (WHERE severity = 'high') AS high, sum(findings) FILTER (WHERE severity = 'medium') AS medium, sum(findings) FILTER (WHERE severity = 'low') AS low
    FROM findings_of_user WHERE user_id <> '' GROUP BY 1),
known AS (SELECT key FROM used UNION SELECT key FROM found)
SELECT coalesce(f.user_id, u.user_id) AS User, coalesce(nullif(u.user_name, ''), (SELECT trim(coalesce(h.first_name || ' ', '') || coalesce(h.last_name, '')) FROM person h WHERE h.user_key = k.key), '') AS Name,
       coalesce(u.searches, 0) AS Searches, iif(there, coalesce(u.documented, 0), NULL) AS Documented, coalesce(f.findings, 0) AS Findings,
       coalesce(f.critical, 0) AS Critical, coalesce(f.high, 0) AS High, coalesce(f.medium, 0) AS Medium, coalesce(f.low, 0) AS Low,
       'user=' || replace(replace(f.user_id, '%', '%25'), '&', '%26') AS link
  FROM reports, known k LEFT JOIN used u USING (key) LEFT JOIN found f USING (key)
 ORDER BY coalesce(f.findings, 0) DESC, coalesce(u.searches, 0) DESC, k.key
