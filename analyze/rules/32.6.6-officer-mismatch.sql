-- rule:     officer-mismatch
-- clause:   32.6.6(3), 32.6.11(3)
-- title:    The officer in the report is the one in the log
-- severity: high
-- subject:  report
-- examines: linked_report_of_user
-- outside:  linked_user_outside
-- needs:    incident_reports, incident_reports.narrative
-- tells:    names as searcher somebody other than the owner of the account
-- says:     The report states the name of the officer who searched; user names and passwords are not shared.
-- means:    The report names as searcher someone other than the owner of the account in the linked log rows. Where
--           searches of several accounts are linked to it and it names the owner of one, a person reads it first.
-- innocent: The author had a colleague search and wrote it as one act; two searches, one under another number; a name
--           misread.
-- remedy:   Have the report name the account that searched, and have whoever searched for somebody else write the
--           supplement.

SELECT p.number AS subject, a.user_id, p.number AS report_number, p.occurred_at, g.value AS detail,
       'Report ' || p.number || ' says "' || g.sentence || '"' || iif(g.value = 'the author', ' (its author is '
                                                            || coalesce(p.use_officer, 'not given') || ')', '')
             || '; the log rows linked to it are of the account ' || a.who || '.'
             || coalesce(' ' || u.answer, '') AS explanation,
       p.source, p.line,
       g.place || (SELECT coalesce(group_concat(' ' || e.source || ':' || e.line, ''), '') FROM linked_event l
                    JOIN event e USING (event)
                     WHERE l.report = p.report AND e.account = m.account)
                           || coalesce(' ' || u.answer_place, '') AS evidence
  FROM searcher_mismatch m JOIN linked_report p USING (report) JOIN understood u ON u.report = p.report
       AND u.question = 'searcher' AND u.state = 'not said'
  JOIN report_statement g ON g.reading = m.reading JOIN account_owner a USING (account)
 WHERE NOT m.other_searched OR u.answer NOT NULL
 GROUP BY p.report;

-- to read:

SELECT p.number AS subject, a.user_id, p.number AS report_number, p.occurred_at, d.question,
       d.words || ' The account is ' || a.who || '.' AS words,
       iif(m.unsure, 'The names alone do not settle it.', d.why) AS why, p.report, NULL AS text, p.source, p.line
  FROM searcher_mismatch m JOIN linked_report p USING (report) JOIN doubt d ON d.report = p.report
       AND d.question = 'searcher' JOIN account_owner a USING (account)
 GROUP BY p.report
UNION ALL
SELECT p.number, a.user_id, p.number, p.occurred_at, q.question,
       q.words || ' The account is ' || a.who || '.',
       'Searches of several accounts are linked to this report, and whom it names owns another of them: it may tell of '
         || 'that search alone.', p.report, NULL, p.source, p.line
  FROM searcher_mismatch m JOIN linked_report p USING (report) JOIN understood u ON u.report = p.report
       AND u.question = 'searcher' AND u.state = 'not said' AND u.answer IS NULL
  JOIN question q ON q.question = 'searcher' JOIN account_owner a USING (account)
 WHERE m.other_searched
 GROUP BY p.report;

-- otherwise:
SELECT verdict, words FROM report_outside JOIN report USING (report) WHERE report = ?1
       AND (linked OR verdict = 'not tested')
UNION ALL SELECT 'does not apply', 'no search is linked to it' FROM report WHERE report = ?1 AND NOT linked
                 AND (use_row NOT NULL OR NOT unread)
UNION ALL SELECT 'not tested', 'the report is ' || words FROM linked_user_outside WHERE report = ?1
UNION ALL SELECT 'does not fire', coalesce((
  SELECT group_concat(DISTINCT 'it names "' || g.value || '" as searcher (' || f.path || ':' || g.line || '): '
         || CASE c.relation WHEN 'same' THEN 'the owner of account "'
         WHEN 'partly' THEN 'no contradiction to the owner of account "' ELSE 'not the owner of account "' END
         || a.user_id || '"')
    FROM comparison c JOIN report_statement g ON g.reading = c.reading JOIN source f ON f.source = g.source
    JOIN account a ON a.account = c.account
   WHERE c.report = ?1 AND c.what = 'searcher'), 'it names nobody as searcher')
  FROM linked_report_of_user WHERE report = ?1
UNION ALL SELECT 'does not fire', u.words FROM documented_report JOIN report_unread_why u USING (report)
  WHERE report = ?1
UNION ALL SELECT 'does not fire', answer FROM understood WHERE report = ?1 AND question = 'searcher';
