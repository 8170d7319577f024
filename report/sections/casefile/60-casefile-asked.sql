-- on:    dossier-user dossier-report
-- shows: table
-- title: To be asked
-- level: 2
-- says:  What would settle each matter: the explanation to rule out, and the record that would show it. The answer is for whoever asks.
-- columns: count 4, text 60, text 34, text 26
SELECT m.item AS "No.", r.innocent AS "Is it so that", CASE WHEN r.rule IN ('off-hours', 'searched-while-away', 'isolated-session') THEN 'overtime and call-out slips, dispatch, door log'
         WHEN r.rule LIKE 'unapproved%' OR r.rule LIKE 'untrained%' OR r.rule LIKE 'unauthorized-user' THEN 'approval and training files' WHEN r.subject = 'report' THEN 'the report and its supplements, the author'
         WHEN r.rule = 'shared-credentials' THEN 'workstation logins, badge log' ELSE 'the case file, the requester, the author of a report' END AS "A record that would show it", char(160) AS Answer
  FROM scope_matter m JOIN (SELECT DISTINCT matter_id, rule FROM scope_finding) f USING (matter_id) JOIN rule r ON r.rule = f.rule ORDER BY m.item, r.place
