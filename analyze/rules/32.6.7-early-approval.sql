-- rule:     early-approval
-- clause:   32.6.7
-- title:    What is approved was there to read
-- severity: info
-- subject:  report
-- examines: approved_use
-- needs:    incident_reports, incident_reports.narrative, incident_reports.supervisor approved at
-- tells:    bears an approval dated before the search
-- says:     A supervisor who reviews a case with a facial recognition lead confirms that it was corroborated.
-- means:    The row that tells of the use was approved on a day before the first search that is linked to the report.
--           What the row says of the search was then written after its approval, or the report is another's; explain
--           counts it against the link.
-- innocent: The row was approved first and added to later; the date is that of the case; the link is wrong; the two
--           clocks differ.
-- remedy:   Have the records system ask for approval anew when a narrative is changed, and have a search written up in
--           a supplement of its own.

SELECT number AS subject, user_id, number AS report_number, occurred_at,
       (search_day - approved_day) || iif(search_day - approved_day = 1, ' day', ' days') || ' before' AS detail,
       'Report ' || number || ' tells of the use in a row approved on ' || date(approved_day * 86400, 'unixepoch')
         || '; the first search that is linked to it is of ' || date(search_day * 86400, 'unixepoch')
           || '.' AS explanation,
       source, line, place || ' ' || (SELECT e.source || ':' || e.line FROM event e WHERE e.event = approved_use.event)
         AS evidence
  FROM approved_use WHERE approved_day < search_day;

-- otherwise:
SELECT verdict, words FROM report_outside WHERE report = ?1
UNION ALL SELECT 'does not apply', 'no search is linked to it' FROM documented_report
 WHERE report = ?1 AND report NOT IN (SELECT report FROM linked_use)
UNION ALL SELECT 'not tested', 'the row that tells of the use (' || f.path || ':' || u.line
                 || ') bears no day of approval' FROM linked_use u JOIN source f USING (source)
 WHERE u.report = ?1 AND u.approved_day IS NULL
UNION ALL SELECT 'does not fire', 'approved on ' || date(approved_day * 86400, 'unixepoch')
                 || ', not before the search on ' || date(search_day * 86400, 'unixepoch')
  FROM approved_use WHERE report = ?1 AND approved_day >= search_day;
