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

WITH chosen AS (
  SELECT n.report, e.source, e.line, a.user_id, iif(e.withheld & 128 OR e.candidate = '', NULL, e.candidate) AS name
    FROM session n JOIN event e USING (session) JOIN account a ON a.account = n.account WHERE e.candidate NOT NULL),
compared AS (SELECT report, max(relation <> 'different') AS agrees, min(reading) AS reading FROM comparison WHERE what = 'candidate' GROUP BY report),
judged AS (
  SELECT p.*, g.value AS stated, (SELECT min(c.name) FROM chosen c WHERE c.report = p.report) AS picked,
         CASE WHEN p.candidate AND NOT p.selected AND NOT p.withheld THEN 'a candidate in the report, none in the log'
              WHEN p.no_candidate AND NOT p.candidate AND p.selected THEN 'none in the report, a candidate in the log'
              WHEN p.candidate AND p.selected AND NOT p.withheld AND NOT m.agrees THEN 'another person' END AS detail
    FROM linked_report p LEFT JOIN compared m USING (report) LEFT JOIN reading g ON g.reading = m.reading WHERE p.exported)
SELECT number AS subject, (SELECT min(c.user_id) FROM chosen c WHERE c.report = j.report) AS user_id, number AS report_number, occurred_at, detail,
       'Report ' || number || CASE detail WHEN 'another person' THEN ' names "' || stated || '"; the linked searches selected "' || picked || '".'
                              WHEN 'none in the report, a candidate in the log' THEN ' says that no candidate came back; a linked search selected "' || picked || '".'
                              ELSE ' states a candidate' || coalesce(' ("' || nullif(stated, '') || '")', '') || '; no linked search selected one.' END AS explanation,
       source, line, place || (SELECT group_concat(' ' || c.source || ':' || c.line, '') FROM chosen c WHERE c.report = j.report) AS evidence
  FROM judged j WHERE detail NOT NULL
