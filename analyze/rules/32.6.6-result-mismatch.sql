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
judged AS MATERIALIZED (
  SELECT p.report, p.number, p.occurred_at, p.source, p.line, p.place, g.value AS stated,
         CASE WHEN p.candidate AND NOT p.selected AND NOT p.withheld THEN 'a candidate in the report, none in the log'
              WHEN p.no_candidate AND NOT p.candidate AND p.selected THEN 'none in the report, a candidate in the log'
              WHEN p.candidate AND p.selected AND NOT p.withheld AND NOT m.agrees THEN 'another person' END AS detail
    FROM linked_report p LEFT JOIN compared m USING (report) LEFT JOIN reading g ON g.reading = m.reading WHERE p.exported),
held AS (  -- with what the log rows linked to it selected
  SELECT j.*, min(iif(e.withheld & 128 OR e.candidate = '', NULL, e.candidate)) AS picked, min(a.user_id) AS user_id,
         group_concat(' ' || e.source || ':' || e.line, '') AS places
    FROM judged j CROSS JOIN session n ON n.report = j.report CROSS JOIN event e ON e.session = n.session CROSS JOIN account a ON a.account = n.account
   WHERE j.detail NOT NULL AND e.candidate NOT NULL GROUP BY j.report)
SELECT number AS subject, user_id, number AS report_number, occurred_at, detail,
       'Report ' || number || CASE detail WHEN 'another person' THEN ' names "' || stated || '"; the linked searches selected "' || picked || '".'
                              WHEN 'none in the report, a candidate in the log' THEN ' says that no candidate came back; a linked search selected "' || picked || '".'
                              ELSE ' states a candidate' || coalesce(' ("' || nullif(stated, '') || '")', '') || '; no linked search selected one.' END AS explanation,
       source, line, place || places AS evidence
  FROM held
