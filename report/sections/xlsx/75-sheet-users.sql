-- on:      xlsx
-- shows:   sheet
-- title:   Users
-- says:    A row for each account of the log.
-- columns: text 18, text 28, text 22, text 26, count 10, count 10, count 12, moment 19, moment 19, count 10, count 9, count 9, count 9, count 9, count 9, link 0
WITH used AS (
  SELECT b.account, b.searches, b.linked, b.documented, min(s.occurred_at) AS first, max(s.occurred_at) AS last
    FROM searching_account b JOIN search s USING (account) GROUP BY b.account)
SELECT a.user_id AS User, a.user_name AS "Name in the log", h.rank AS Rank,
       coalesce(h.last_name || coalesce(', ' || h.first_name, ''), (SELECT 'not in the personnel file' FROM source WHERE kind = 'personnel' LIMIT 1)) AS "Personnel file",
       coalesce(u.searches, 0) AS Searches, iif(EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports'), coalesce(u.linked, 0), NULL) AS Linked, iif(EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports'), coalesce(u.documented, 0), NULL) AS Documented,
       u.first AS "First search", u.last AS "Last search",
       coalesce(f.findings, 0) AS Findings, coalesce(f.critical, 0) AS Critical, coalesce(f.high, 0) AS High, coalesce(f.medium, 0) AS Medium,
       coalesce(f.low, 0) AS Low, coalesce(f.info, 0) AS Info, a.user_id
  FROM account a LEFT JOIN used u USING (account) LEFT JOIN person h ON h.person = a.person LEFT JOIN user_severities f ON f.user_key = lower(a.user_id)
 ORDER BY a.user_key
