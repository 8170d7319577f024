-- rule:     no-supervisor-review
-- clause:   32.6.7
-- title:    A supervisor reviews a case with a lead
-- severity: medium
-- subject:  report
-- examines: candidate_report
-- needs:    incident_reports, incident_reports.narrative, incident_reports.supervisor | incident_reports.supervisor approved at
-- says:     A supervisor who reviews a case with a facial recognition lead confirms that it was corroborated.
-- means:    The report tells of a candidate in a row that no supervisor approved.
-- innocent: The approval is pending; the system records it elsewhere; the row was approved on paper.

SELECT p.number AS subject, p.user_id,
       p.number AS report_number, p.occurred_at, iif(coalesce(w.supplement, '') = '', 'original', 'supplement ' || w.supplement) AS detail,
       'Report ' || p.number || ' says "' || g.words || '" in a row that shows no approval by a supervisor.' AS explanation,
       w.source, w.line, w.source || ':' || w.line AS evidence
  FROM candidate_report p JOIN report_row w USING (report)
  JOIN reading g ON g.reading = (SELECT min(x.reading) FROM reading x WHERE x.row = w.row AND x.meaning = 'candidate')
 WHERE iif(w.approved IS NULL, NOT w.withheld LIKE '%supervisor%', NOT w.withheld LIKE '%approved%')
   AND lower(trim(coalesce(w.approved, w.supervisor))) IN ('', '-', '--', 'no', 'n', 'n/a', 'na', 'none', 'null', 'pending', 'not approved', 'unapproved', 'unassigned')
 GROUP BY p.report
