-- on:    dossier-user
-- shows: terms
-- title: Who
-- level: 2
WITH me AS (SELECT CAST((SELECT value FROM asked WHERE name = 'id') AS INTEGER) AS id),
p AS (SELECT p.*, s.path || ':' || p.line AS row FROM person p JOIN source s USING (source) JOIN me ON p.person = me.id)
SELECT 'Account' AS label, group_concat(user_id || coalesce(' (' || nullif(user_name, '') || ')', ''), ', ') || ', ' || (SELECT count(*) FROM scope) || ' searches in the period' AS text
  FROM account a JOIN me ON a.owner = me.id HAVING count(*)
UNION ALL SELECT 'Assigned to', trim(coalesce(first_name, '') || ' ' || coalesce(last_name, '')) || coalesce(', ' || nullif(rank, ''), '') || coalesce(', employee id ' || nullif(employee_id, ''), '') || ' (' || row || ')' FROM p
UNION ALL SELECT 'Assigned to', 'Nobody: the personnel file supplied has no row of this account.' WHERE NOT EXISTS (SELECT 1 FROM p)
UNION ALL SELECT * FROM (SELECT 'Unit', coalesce(t.unit, 'no unit') || ', ' || coalesce(date(t.from_day * 86400, 'unixepoch'), 'no date') || ' to ' || coalesce(date(t.to_day * 86400, 'unixepoch'), 'no date')
         || iif(t.authorized, ', an authorised unit', ', not an authorised unit') || ' (' || s.path || ':' || t.line || ')' FROM assignment t JOIN p ON p.person = t.person JOIN source s ON s.source = t.source ORDER BY t.from_day)
UNION ALL SELECT 'Approved', coalesce(date(approved_day * 86400, 'unixepoch') || coalesce(' by ' || nullif(approved_by, ''), ''), 'no date on file') || ' (' || row || ')' FROM p
UNION ALL SELECT 'Trained', coalesce(date(trained_day * 86400, 'unixepoch'), 'no date on file') || ' (' || row || ')' FROM p
UNION ALL SELECT 'Left', date(separated_day * 86400, 'unixepoch') || '; access ' || coalesce('deactivated ' || date(deactivated_day * 86400, 'unixepoch'), 'without a date of deactivation') || ' (' || row || ')' FROM p WHERE separated_day NOT NULL
UNION ALL SELECT 'Duty', (SELECT count(*) FROM shift s JOIN scope_account a USING (account) WHERE s.on_duty) || ' records of duty' || iif((SELECT count(*) FROM source WHERE kind = 'duty_schedule'), '', ' (no duty schedule was supplied)')
