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

WITH part (bit, element, words) AS (VALUES (1, 'name', 'the name of the person identified'), (2, 'officer', 'the officer who searched'),
  (4, 'reason', 'the reason'), (8, 'result', 'the result'), (16, 'type', 'the type of investigation')),
lack (bits, detail, words) AS MATERIALIZED (  -- what each set of them is called
  SELECT n.value, group_concat(element, '+'), group_concat(words, ', ')
    FROM json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31]') n JOIN part ON n.value & bit GROUP BY n.value)
SELECT p.number AS subject, p.user_id, p.number AS report_number, p.occurred_at, k.detail,
       'Report ' || p.number || ' documents a use and does not state: ' || k.words || '.' AS explanation,
       p.source, p.line, iif(p.rows = 1, p.place, (SELECT group_concat(w.source || ':' || w.line, ' ') FROM report_row w WHERE w.report = p.report)) AS evidence
  FROM whole_report p CROSS JOIN lack k
    ON k.bits = (p.candidate AND NOT p.named) + 2 * (NOT p.searcher) + 4 * (NOT p.reason) + 8 * (NOT (p.candidate OR p.no_candidate)) + 16 * (NOT p.typed)
