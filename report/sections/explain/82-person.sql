-- on:      person
-- shows:   lines
-- title:   The account and the personnel file
WITH p AS (SELECT p.*, s.path || ':' || p.line AS place FROM person p JOIN source s USING (source) WHERE person = ?1),
days (turn, label, day, role) AS (
  SELECT 1, 'access approved', approved_day, 'access approved' FROM p UNION ALL SELECT 2, 'training completed', trained_day, 'training completed' FROM p
  UNION ALL SELECT 3, 'separated', separated_day, 'separated' FROM p UNION ALL SELECT 4, 'access deactivated', deactivated_day, 'access deactivated' FROM p)
SELECT 'account', '"' || a.user_id || '"' || coalesce(' (' || nullif(a.user_name, '') || ')', '') || ', ' || a.searches || iif(a.searches = 1, ' search, ', ' searches, ')
         || CASE WHEN a.account NOT IN (SELECT account FROM account_unmatched) THEN 'matched to the personnel file by ' || coalesce(a.person_how, 'user id')
                 WHEN (SELECT count(*) FROM source WHERE kind = 'personnel') THEN 'not in the personnel file: no row has this user id, badge or whole name, or more than one has'
                 ELSE 'not matched: no personnel file was supplied' END
  FROM account a WHERE a.owner = ?1
UNION ALL SELECT 'account', 'none in the log' FROM p WHERE NOT EXISTS (SELECT 1 FROM account WHERE owner = ?1)
UNION ALL SELECT 'personnel file gives', coalesce(first_name || ' ', '') || coalesce(last_name, '') || ', user "' || user_id || '"' || coalesce(', employee id "' || employee_id || '"', '')
         || coalesce(', rank "' || nullif(rank, '') || '"', '') || ' (' || place || ')' FROM p
UNION ALL SELECT * FROM (SELECT 'assignment', coalesce('"' || unit || '"', 'no unit') || ' from ' || coalesce(date(from_day * 86400, 'unixepoch'), '(no date)')
         || ' to ' || coalesce(date(to_day * 86400, 'unixepoch'), '(no date)') || iif(authorized, ', an authorised unit', ', not an authorised unit')
         || ' (' || s.path || ':' || t.line || ')' FROM assignment t JOIN source s USING (source) WHERE t.person = ?1 ORDER BY from_day)
UNION ALL SELECT * FROM (SELECT label, CASE WHEN NOT EXISTS (SELECT 1 FROM source_column c JOIN source s USING (source) WHERE s.kind = 'personnel' AND c.role = d.role)
              THEN 'not exported: the personnel file has no such column' ELSE coalesce(date(day * 86400, 'unixepoch'), 'no date')
              || iif(turn = 1 AND day NOT NULL, coalesce(', by "' || (SELECT nullif(approved_by, '') FROM p) || '"', ''), '') END
  FROM days d ORDER BY turn)
UNION ALL SELECT 'shift hours', printf('%02d:%02d to %02d:%02d', shift_start / 60, shift_start % 60, shift_end / 60, shift_end % 60) FROM p WHERE shift_start NOT NULL AND shift_end NOT NULL
