-- on:      facts-user
-- shows:   facts
-- title:   Why a rule does not fire on a user: the facts it looks at
WITH a AS (SELECT * FROM account WHERE person = ?1),
near AS (
  SELECT at - lag(at) OVER w AS gap, upper(trim(workstation)) AS desk, lag(upper(trim(workstation))) OVER w AS other_desk, workstation, lag(workstation) OVER w AS other, occurred_at FROM activity v
   WHERE account IN (SELECT account FROM a) AND workstation NOT NULL WINDOW w AS (PARTITION BY account ORDER BY at, event)),
subjects AS (
  SELECT min(s.candidate) AS name, count(*) AS times FROM search_with_candidate s JOIN candidate c ON c.name = s.candidate
   WHERE account IN (SELECT account FROM a) AND (s.report IS NULL OR s.use_row IS NULL AND s.report NOT IN (SELECT report FROM report_unread)) AND c.key <> '' GROUP BY c.key)
SELECT 'not-deactivated' AS rule, 'separated ' || date(separated_day * 86400, 'unixepoch') || ', access deactivated ' || date(deactivated_day * 86400, 'unixepoch') || ' (' || s.path || ':' || p.line || ')' AS words
  FROM person p JOIN source s USING (source) WHERE person = ?1 AND deactivated_day <= separated_day
UNION ALL SELECT 'shared-credentials', coalesce((SELECT 'the nearest two rows on different workstations are ' || (gap / 60) || ' minutes apart (' || other || ', then ' || workstation || ' at ' || occurred_at || '); more than '
                  || coalesce((SELECT value FROM setting WHERE section = 'thresholds' AND key = 'shared_minutes'), '15') || ' do not count' FROM near WHERE other_desk <> desk ORDER BY gap LIMIT 1),
                  'no two successive rows are on different workstations')
UNION ALL SELECT 'repeat-subject', coalesce((SELECT 'the most often selected subject that no report documents is "' || name || '", in ' || times || iif(times = 1, ' search', ' searches') || '; the rule asks for '
                  || coalesce((SELECT value FROM setting WHERE section = 'thresholds' AND key = 'repeat_searches'), '3') FROM subjects ORDER BY times DESC, name LIMIT 1), 'every search with a candidate is documented by a report, or its report could not be read')
