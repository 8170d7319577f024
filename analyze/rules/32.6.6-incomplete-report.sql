-- rule:     incomplete-report
-- clause:   32.6.6(1)-(4)
-- title:    The report has its five elements
-- severity: medium
-- subject:  report
-- examines: whole_report
-- needs:    incident_reports, incident_reports.narrative
-- says:     The report tells the type of investigation, the reason for the use, the name of the officer who searched, and the results
--           with, if successful, the name of the person identified.
-- means:    A report that documents a use and lacks one of them: name (where a candidate is stated), officer (by name, or in the first
--           person), reason, result (nothing on the outcome), type (no row has an incident type).
-- innocent: The element stands in an attachment or in words this program does not know; the person is withheld as a victim.

WITH called AS MATERIALIZED (SELECT * FROM lack)
SELECT p.number AS subject, p.user_id, p.number AS report_number, p.occurred_at, k.detail,
       'Report ' || p.number || ' documents a use and does not state: ' || k.words || '.' AS explanation,
       p.source, p.line, iif(p.rows = 1, p.place, (SELECT group_concat(w.source || ':' || w.line, ' ') FROM report_row w WHERE w.report = p.report)) AS evidence
  FROM whole_report p CROSS JOIN called k ON k.bits = p.lacks
