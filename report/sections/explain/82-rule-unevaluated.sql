-- on:      rule
-- shows:   lines
-- title:   What it could not evaluate
-- empty:   Nothing within its reach was left out.
WITH r AS (SELECT * FROM rule WHERE place = ?1 AND rule NOT NULL)
SELECT s.path || ':' || u.line, u.what || ': ' || u.why FROM r, unevaluated u JOIN source s USING (source)
 WHERE u.what = r.rule OR r.examines = 'search_evaluated' AND u.what = 'case number' OR instr(r.needs, 'narrative') AND u.what = 'narrative'
UNION ALL SELECT s.path || ':' || e.line, 'search ' || e.name || ', the reason: ' || coalesce(e2.doubt, 'not judged') || iif(e2.purpose = 'unclear', ': "' || e2.text || '"', '')
  FROM r, search e JOIN source s USING (source) LEFT JOIN reason e2 ON e2.reason = e.reason WHERE instr(r.needs, 'user_log.reason') AND coalesce(e.purpose, 'unclear') = 'unclear'
UNION ALL SELECT 'accounts', count(*) || ' searches are of accounts that are not matched to the personnel file' FROM r, search WHERE r.examines = 'search_by_known_user' AND person IS NULL HAVING count(*)
UNION ALL SELECT 'hours', count(*) || ' searches are of users without duty records (or, where there is no schedule, without shift hours)' FROM r, search
           WHERE r.examines = 'search_with_hours' AND event NOT IN (SELECT event FROM search_with_hours) HAVING count(*)
