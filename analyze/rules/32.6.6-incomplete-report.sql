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

WITH lacking AS (
  SELECT p.*, trim(iif(p.candidate AND NOT p.named, '+name', '') || iif(p.searcher, '', '+officer') || iif(p.reason, '', '+reason')
                   || iif(p.candidate OR p.no_candidate, '', '+result') || iif(p.typed, '', '+type'), '+') AS detail
    FROM whole_report p)
SELECT number AS subject, user_id, number AS report_number, occurred_at, detail,
       'Report ' || number || ' documents a use and does not state: '
             || replace(replace(replace(replace(replace(replace(detail, '+', ', '), 'name', 'the name of the person identified'), 'officer', 'the officer who searched'),
                'reason', 'the reason'), 'result', 'the result'), 'type', 'the type of investigation') || '.' AS explanation,
       source, line, iif(rows = 1, place, (SELECT group_concat(w.source || ':' || w.line, ' ') FROM report_row w WHERE w.report = lacking.report)) AS evidence
  FROM lacking WHERE NOT searcher OR NOT reason OR NOT typed OR NOT (candidate OR no_candidate) OR (candidate AND NOT named)
