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

WITH said AS (
  SELECT report, max(meaning = 'candidate') AS candidate, max(meaning = 'no candidate') AS none FROM report_statement GROUP BY report),
chosen AS (
  SELECT n.report, count(iif(e.withheld & 128 OR e.candidate = '', NULL, e.candidate)) AS selected, max(e.withheld & 128) AS withheld,
         min(iif(e.withheld & 128 OR e.candidate = '', NULL, e.candidate)) AS name, min(a.user_id) AS user_id,
         group_concat(' ' || e.source || ':' || e.line, '') AS places
    FROM session n JOIN event e USING (session) JOIN account a ON a.account = n.account WHERE n.report NOT NULL AND e.candidate NOT NULL GROUP BY n.report),
compared AS (SELECT report, max(relation <> 'different') AS agrees, min(reading) AS reading FROM comparison WHERE what = 'candidate' GROUP BY report),
judged AS (
  SELECT p.*, c.name AS selected, c.user_id, c.places, g.value AS stated,
         CASE WHEN s.candidate AND NOT c.selected AND NOT c.withheld THEN 'a candidate in the report, none in the log'
              WHEN s.none AND NOT s.candidate AND c.selected THEN 'none in the report, a candidate in the log'
              WHEN s.candidate AND c.selected AND NOT c.withheld AND NOT m.agrees THEN 'another person' END AS detail
    FROM linked_report p JOIN said s USING (report) JOIN chosen c USING (report)
    LEFT JOIN compared m USING (report) LEFT JOIN reading g ON g.reading = m.reading)
SELECT number AS subject, user_id, number AS report_number, occurred_at, detail,
       'Report ' || number || CASE detail WHEN 'another person' THEN ' names "' || stated || '"; the linked searches selected "' || selected || '".'
                              WHEN 'none in the report, a candidate in the log' THEN ' says that no candidate came back; a linked search selected "' || selected || '".'
                              ELSE ' states a candidate' || coalesce(' ("' || nullif(stated, '') || '")', '') || '; no linked search selected one.' END AS explanation,
       source, line, place || places AS evidence
  FROM judged WHERE detail NOT NULL
