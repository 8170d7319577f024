-- rule:     no-supervisor-review
-- clause:   32.6.7
-- title:    A supervisor reviews a case with a lead
-- severity: medium
-- subject:  report
-- examines: candidate_report
-- needs:    incident_reports, incident_reports.narrative, incident_reports.supervisor | incident_reports.supervisor
--           approved at
-- tells:    bears no supervisor's approval
-- says:     A supervisor who reviews a case with a facial recognition lead confirms that it was corroborated.
-- means:    The report states a candidate in a row that no supervisor approved: the cell is empty, or its words say
--           that it is pending, rejected or not decided.
-- innocent: The approval is pending; the system records it elsewhere; the row was approved on paper.
-- remedy:   Have the records system hold a report with a lead open until a supervisor has approved it.

SELECT p.number AS subject, p.user_id,
       p.number AS report_number, p.occurred_at, iif(coalesce(w.supplement, '') = '', 'original', 'supplement '
                                                     || w.supplement) AS detail,
       'Report ' || p.number || ' says "' || coalesce(nullif(g.sentence, ''), g.words)
         || '" in a row that shows no approval by a supervisor'
         || iif(trim(w.approval_words) = '', '.', ': it says "' || trim(w.approval_words) || '".') AS explanation,
       w.source, w.line, w.place AS evidence
  FROM candidate_report p JOIN report_row w USING (report)
  JOIN reading g ON g.reading = (SELECT min(x.reading) FROM reading x WHERE x.row = w.row AND x.meaning = 'candidate')
 WHERE NOT w.approval_withheld AND w.approval_words NOT NULL AND NOT w.approved_by_supervisor
 GROUP BY p.report;

-- otherwise:
SELECT verdict, words FROM report_outside WHERE report = ?1
UNION ALL SELECT 'does not apply', 'no row of it states a candidate' FROM documented_report WHERE report = ?1
                 AND NOT candidate
UNION ALL SELECT DISTINCT 'does not fire', 'the row with the candidate (' || f.path || ':' || w.line
                          || ') gives supervisor ' || coalesce('"' || w.supervisor || '"', '(not exported)')
                 || ', approved ' || coalesce('"' || w.approved || '"', '(not exported)')
  FROM report_statement g JOIN report_row w USING (row) JOIN source f ON f.source = w.source WHERE g.report = ?1
       AND g.meaning = 'candidate'
UNION ALL SELECT 'does not fire', u.words FROM documented_report JOIN report_unread_why u USING (report)
  WHERE report = ?1;
