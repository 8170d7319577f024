-- on:      facts-report
-- shows:   facts
-- title:   Why a rule does not fire on a report: the facts it looks at
WITH g AS (SELECT g.*, w.supplement, w.supervisor, w.approved, s.path || ':' || w.line AS place FROM reading g JOIN report_row w USING (row) JOIN source s USING (source) WHERE w.report = ?1),
quoted (meaning, words) AS (SELECT meaning, group_concat('"' || words || '" (' || place || ')', '; ') FROM g GROUP BY meaning)
SELECT 'incomplete-report' AS rule, 'it states every element: ' || group_concat(meaning || ' ' || words, '; ') AS words FROM quoted WHERE meaning IN ('reason', 'searcher', 'candidate', 'no candidate')
UNION ALL SELECT 'notification-not-reported', 'it says ' || words FROM quoted WHERE meaning = 'notice before'
UNION ALL SELECT 'officer-mismatch', coalesce((SELECT group_concat(DISTINCT 'it names "' || g.value || '" as searcher (' || g.place || '): '
             || CASE c.relation WHEN 'same' THEN 'the owner of account "' WHEN 'partly' THEN 'no contradiction to the owner of account "' ELSE 'not the owner of account "' END || a.user_id || '"')
             FROM comparison c JOIN g USING (reading) JOIN account a ON a.account = c.account WHERE c.report = ?1 AND c.what = 'searcher'), 'it names nobody as searcher')
UNION ALL SELECT 'result-mismatch', coalesce((SELECT group_concat('it names "' || g.value || '" (' || g.place || '); held against the log: ' || replace(c.relation, 'partly', 'no contradiction'), '; ')
             FROM comparison c JOIN g USING (reading) WHERE c.report = ?1 AND c.what = 'candidate'),
             (SELECT 'it says that none came back, ' || words FROM quoted WHERE meaning = 'no candidate') || ', and no linked search selected a candidate, or a candidate is stated too',
             (SELECT 'it states a candidate, ' || words || ', and a linked search selected one or the log withholds it' FROM quoted WHERE meaning = 'candidate'), 'it is silent on the result')
UNION ALL SELECT 'unlogged-use', 'linked to it: ' || group_concat('search ' || e.name, ', ') FROM linked_event n JOIN event e USING (event) WHERE n.report = ?1 HAVING count(*)
UNION ALL SELECT 'no-corroboration', 'it tells of corroboration: ' || words FROM quoted WHERE meaning = 'corroborated'
UNION ALL SELECT 'no-corroboration', iif((SELECT count(*) FROM g WHERE meaning = 'action'), 'the action it tells of is on somebody else than the candidate: ' || (SELECT words FROM quoted WHERE meaning = 'action'), 'it tells of no action on the candidate')
           WHERE NOT EXISTS (SELECT 1 FROM g WHERE meaning = 'corroborated')
UNION ALL SELECT DISTINCT 'no-supervisor-review', 'the row with the candidate (' || place || ') gives supervisor ' || coalesce('"' || supervisor || '"', '(not exported)') || ', approved ' || coalesce('"' || approved || '"', '(not exported)') FROM g WHERE meaning = 'candidate'
UNION ALL SELECT r.rule, 'a narrative of it is withheld, not exported or beyond the limits of a pattern (' || s.path || ':' || w.line || '): read it by hand'
  FROM rule r, report_row w JOIN source s USING (source) WHERE w.report = ?1 AND (w.narrated IS NULL OR w.withheld LIKE '%narrative%' OR EXISTS (SELECT 1 FROM unevaluated u WHERE u.what = 'narrative' AND u.source = w.source AND u.line = w.line)) AND r.subject = 'report' AND instr(r.needs, 'narrative')
