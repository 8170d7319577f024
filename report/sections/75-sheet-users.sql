-- on:      xlsx
-- shows:   sheet
-- title:   Users
-- says:    A row for each account of the log.
-- columns: text 18, text 28, text 22, text 26, count 10, count 10, count 12, moment 19, moment 19, count 10, count 9, count 9, count 9, count 9, link 0
WITH used AS (
  SELECT e.account, count(*) AS searches, count(n.report) AS linked, count(p.use_row) AS documented, min(e.occurred_at) AS first, max(e.occurred_at) AS last
    FROM event_local e LEFT JOIN session n USING (session) LEFT JOIN report p ON p.report = n.report
   WHERE e.is_search AND e.in_period GROUP BY e.account),
found AS (
  SELECT user_id, count(*) AS findings, count(*) FILTER (WHERE severity = 'critical') AS critical, count(*) FILTER (WHERE severity = 'high') AS high,
         count(*) FILTER (WHERE severity = 'medium') AS medium, count(*) FILTER (WHERE severity = 'low') AS low
    FROM finding WHERE user_id IS NOT NULL GROUP BY user_id)
SELECT a.user_id AS User, a.user_name AS "Name in the log", h.rank AS Rank,
       coalesce(h.last_name || coalesce(', ' || h.first_name, ''), 'not in the personnel file') AS "Personnel file",
       coalesce(u.searches, 0) AS Searches, iif(EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports'), coalesce(u.linked, 0), NULL) AS Linked, iif(EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports'), coalesce(u.documented, 0), NULL) AS Documented,
       u.first AS "First search", u.last AS "Last search",
       coalesce(f.findings, 0) AS Findings, coalesce(f.critical, 0) AS Critical, coalesce(f.high, 0) AS High, coalesce(f.medium, 0) AS Medium,
       coalesce(f.low, 0) AS Low, a.user_id
  FROM account a LEFT JOIN used u USING (account) LEFT JOIN person h ON h.person = a.person LEFT JOIN found f ON f.user_id = a.user_id
 ORDER BY a.user_key
