-- rule:     result-mismatch
-- clause:   32.6.6(4)
-- title:    The result in the report is the one in the log
-- severity: high
-- subject:  report
-- examines: linked_report
-- needs:    incident_reports, incident_reports.narrative, user_log.candidate selected
-- says:     The report tells the results and, if successful, the name of the person identified.
-- means:    The report states a candidate where no linked search selected one, none where one did, or a different person. Silence is
--           no mismatch.
-- innocent: The candidate was selected in another system or under another number; the officer judged the candidate no match; a
--           name was corrected later.

WITH compared AS (SELECT report, max(relation <> 'different') AS agrees, min(reading) AS reading FROM comparison WHERE what = 'candidate' GROUP BY report),
judged AS (
  SELECT p.report, m.reading,
         CASE WHEN p.candidate AND NOT p.candidate_selected AND NOT p.candidate_withheld THEN 'a candidate in the report, none in the log'
              WHEN p.no_candidate AND NOT p.candidate AND p.candidate_selected THEN 'none in the report, a candidate in the log'
              WHEN p.candidate AND p.candidate_selected AND NOT p.candidate_withheld AND NOT m.agrees THEN 'another person' END AS detail
    FROM linked_report p LEFT JOIN compared m USING (report) WHERE p.candidate_exported),
held AS (  -- with what the log rows linked to it selected
  SELECT j.report, j.reading, j.detail, min(iif(e.withheld LIKE '%candidate%' OR e.candidate = '', NULL, e.candidate)) AS picked,
         group_concat(' ' || e.source || ':' || e.line, '') AS places
    FROM judged j CROSS JOIN linked_event l USING (report) CROSS JOIN event e USING (event)
   WHERE j.detail NOT NULL AND e.candidate NOT NULL GROUP BY j.report)
SELECT p.number AS subject, p.user_id, p.number AS report_number, p.occurred_at, h.detail,
       'Report ' || p.number || CASE h.detail WHEN 'another person' THEN ' names "' || g.value || '"; the linked searches selected "' || h.picked || '".'
                                WHEN 'none in the report, a candidate in the log' THEN ' says that no candidate came back; a linked search selected "' || h.picked || '".'
                                ELSE ' states a candidate' || coalesce(' ("' || nullif(g.value, '') || '")', '') || '; no linked search selected one.' END || coalesce(' ' || u.answer, '') AS explanation,
       p.source, p.line, p.place || h.places || coalesce(' ' || u.answer_place, '') AS evidence
  FROM held h JOIN linked_report p USING (report) JOIN understood u ON u.report = p.report AND u.question = 'same result' AND u.state = 'not said'
  LEFT JOIN reading g ON g.reading = h.reading;

-- to read:

WITH compared AS (SELECT report, max(relation <> 'different') AS agrees, min(reading) AS reading FROM comparison WHERE what = 'candidate' GROUP BY report),
judged AS (
  SELECT p.report, m.reading,
         CASE WHEN p.candidate AND NOT p.candidate_selected AND NOT p.candidate_withheld THEN 'a candidate in the report, none in the log'
              WHEN p.no_candidate AND NOT p.candidate AND p.candidate_selected THEN 'none in the report, a candidate in the log'
              WHEN p.candidate AND p.candidate_selected AND NOT p.candidate_withheld AND NOT m.agrees THEN 'another person' END AS detail
    FROM linked_report p LEFT JOIN compared m USING (report) WHERE p.candidate_exported),
held AS (  -- with what the log rows linked to it selected
  SELECT j.report, j.reading, j.detail, min(iif(e.withheld LIKE '%candidate%' OR e.candidate = '', NULL, e.candidate)) AS picked,
         group_concat(' ' || e.source || ':' || e.line, '') AS places
    FROM judged j CROSS JOIN linked_event l USING (report) CROSS JOIN event e USING (event)
   WHERE j.detail NOT NULL AND e.candidate NOT NULL GROUP BY j.report)
SELECT p.number AS subject, p.user_id, p.number AS report_number, p.occurred_at, d.question, d.words || ' The log selected ' || coalesce('"' || h.picked || '".', 'nobody.') AS words,
       d.why, p.report, NULL AS text, p.source, p.line
  FROM held h JOIN linked_report p USING (report) JOIN doubt d ON d.report = p.report AND d.question = 'same result';

-- otherwise:
WITH said (candidate, none) AS (
  SELECT (SELECT words FROM report_quote WHERE report = ?1 AND meaning = 'candidate'), (SELECT words FROM report_quote WHERE report = ?1 AND meaning = 'no candidate'))
SELECT verdict, words FROM report_outside JOIN report USING (report) WHERE report = ?1 AND (linked OR verdict = 'not tested')
UNION ALL SELECT 'does not apply', 'no search is linked to it' FROM report WHERE report = ?1 AND NOT linked AND (use_row NOT NULL OR NOT unread)
UNION ALL SELECT 'does not fire', coalesce((
  SELECT group_concat('it names "' || g.value || '" (' || f.path || ':' || g.line || '); held against the log: ' || replace(c.relation, 'partly', 'no contradiction'), '; ')
    FROM comparison c JOIN report_statement g ON g.reading = c.reading JOIN source f ON f.source = g.source WHERE c.report = ?1 AND c.what = 'candidate'),
  'it says that none came back, ' || said.none || ', and no linked search selected a candidate, or a candidate is stated too',
  'it states a candidate, ' || said.candidate || ', and a linked search selected one or the log withholds it', 'it is silent on the result')
  FROM linked_report JOIN said WHERE report = ?1
UNION ALL SELECT 'does not fire', u.words FROM documented_report JOIN report_unread_why u USING (report) WHERE report = ?1
UNION ALL SELECT 'does not fire', answer FROM understood WHERE report = ?1 AND question = 'same result';
