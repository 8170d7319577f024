-- on:    dossier-user
-- shows: table
-- title: How the account was used
-- level: 2
-- columns: text 60, text 60
SELECT 'Searches that selected a name of the personnel file, or the account''s own' AS "What was counted", (SELECT count(*) FROM scope_search s JOIN candidate c ON c.name = s.candidate WHERE c.person NOT NULL) || ' of ' || (SELECT count(*) FROM scope_search WHERE candidate NOT NULL) AS "In this account"
UNION ALL SELECT 'Workstations', coalesce((SELECT group_concat(w || ' (' || n || ')', ', ') FROM (SELECT workstation AS w, count(*) AS n FROM scope_search WHERE workstation NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1)), 'not exported')
UNION ALL SELECT 'Searches between 22:00 and 06:00', (SELECT count(*) FROM scope_search WHERE minute >= 1320 OR minute < 360) || ' of ' || (SELECT count(*) FROM scope_search)
UNION ALL SELECT 'Most searches on one day', coalesce((SELECT count(*) || ', on ' || substr(occurred_at, 1, 10) FROM scope_search GROUP BY day ORDER BY count(*) DESC, day LIMIT 1), 'none')
UNION ALL SELECT 'Links to reports that are weak (below 0.6)', (SELECT count(*) FROM scope_search WHERE report NOT NULL AND confidence < 0.6) || ' of ' || (SELECT count(*) FROM scope_search WHERE report NOT NULL)
