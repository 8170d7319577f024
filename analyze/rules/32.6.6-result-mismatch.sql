-- rule:     result-mismatch
-- clause:   32.6.6(4)
-- title:    The result in the report is the one in the log
-- severity: high
-- subject:  report
-- examines: linked_report
-- outside:  linked_outside_log
-- needs:    incident_reports, incident_reports.narrative, user_log.candidate selected
-- tells:    gives another result than the log ({})
-- says:     The report states the results and, if successful, the name of the person identified.
-- means:    The report states a candidate where no linked search selected one, or none where one did, or a different
--           person. A report that says nothing of a result does not contradict the log.
-- innocent: The candidate was selected in another system or under another number; the officer judged the candidate no
--           match; a name was corrected later.
-- remedy:   Have the result printed or copied into the report, not told from memory.

SELECT m.number AS subject, m.user_id, m.number AS report_number, m.occurred_at, m.detail,
       'Report ' || m.number
             || coalesce(' says "' || g.sentence || '"',
                         CASE m.detail WHEN 'another person' THEN ' names "' || m.stated_name || '"'
                           WHEN 'none in the report, a candidate in the log' THEN ' says that no candidate came back'
                           ELSE ' states a candidate' || coalesce(' ("' || nullif(m.stated_name, '') || '")', '') END)
             || CASE m.detail WHEN 'another person' THEN '; the linked searches selected "' || m.selected_name || '".'
                  WHEN 'none in the report, a candidate in the log'
                  THEN '; a linked search selected "' || m.selected_name || '".'
                  ELSE '; no linked search selected a candidate.' END
             || coalesce(' ' || u.answer, '') AS explanation,
       m.source, m.line, m.place || coalesce(' ' || g.place, '') || ' ' || m.search_places || coalesce(' ' || u.answer_place, '') AS evidence
  FROM result_mismatch m JOIN understood u ON u.report = m.report AND u.question = 'same result'
       AND u.state = 'not said'
  LEFT JOIN report_statement g ON g.reading = coalesce(nullif(m.stated_reading, 0), (
    SELECT min(x.reading) FROM report_statement x
     WHERE x.report = m.report AND x.meaning = iif(m.stated = 'none', 'no candidate', 'candidate')));

-- to read:

SELECT m.number AS subject, m.user_id, m.number AS report_number, m.occurred_at, d.question,
       d.words || ' The log selected ' || coalesce('"' || m.selected_name || '".', 'nobody.') AS words, d.why,
         m.report, NULL AS text, m.source, m.line
  FROM result_mismatch m JOIN doubt d ON d.report = m.report AND d.question = 'same result';

-- otherwise:
WITH said (candidate, none) AS (
  SELECT (SELECT words FROM report_quote WHERE report = ?1 AND meaning = 'candidate'), (SELECT words FROM report_quote
                                                            WHERE report = ?1 AND meaning = 'no candidate'))
SELECT verdict, words FROM report_outside JOIN report USING (report) WHERE report = ?1
       AND (linked OR verdict = 'not tested')
UNION ALL SELECT 'does not apply', 'no search is linked to it' FROM report WHERE report = ?1 AND NOT linked
                 AND (use_row NOT NULL OR NOT unread)
UNION ALL SELECT 'not tested', 'the report is ' || words FROM linked_outside_log WHERE report = ?1
UNION ALL SELECT 'does not fire', coalesce((
  SELECT group_concat('it names "' || g.value || '" (' || f.path || ':' || g.line || '); held against the log: '
                      || replace(c.relation, 'partly', 'no contradiction'), '; ')
    FROM comparison c JOIN report_statement g ON g.reading = c.reading JOIN source f ON f.source = g.source
    WHERE c.report = ?1 AND c.what = 'candidate'),
  'it says that none came back, ' || said.none
    || ', and no linked search selected a candidate, or a candidate is stated too',
  'it states a candidate, ' || said.candidate || ', and a linked search selected one or the log withholds it',
    'it is silent on the result')
  FROM linked_report JOIN said WHERE report = ?1
UNION ALL SELECT 'does not fire', u.words FROM documented_report JOIN report_unread_why u USING (report)
  WHERE report = ?1
UNION ALL SELECT 'does not fire', answer FROM understood WHERE report = ?1 AND question = 'same result';
