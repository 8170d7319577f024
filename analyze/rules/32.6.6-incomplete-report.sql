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

WITH said AS (
  SELECT report, max(meaning = 'candidate') AS candidate, max(meaning = 'candidate' AND coalesce(value, '') <> '') AS named,
         max(meaning = 'no candidate') AS none, max(meaning = 'searcher' AND coalesce(value, '') <> '' AND (value <> 'the author' OR authored)) AS officer, max(meaning = 'reason') AS reason
    FROM report_statement GROUP BY report),
typed AS (SELECT report, max(type IS NULL OR trim(type) <> '') AS type FROM report_row GROUP BY report),
lacking AS (
  SELECT p.*, trim(iif(s.candidate AND NOT s.named, '+name', '') || iif(s.officer, '', '+officer') || iif(s.reason, '', '+reason')
                   || iif(s.candidate OR s.none, '', '+result') || iif(t.type, '', '+type'), '+') AS detail
    FROM whole_report p JOIN said s USING (report) JOIN typed t USING (report))
SELECT number AS subject,
       (SELECT min(a.user_id) FROM session n JOIN account a USING (account) WHERE n.report = lacking.report) AS user_id,
       number AS report_number, occurred_at, detail,
       'Report ' || number || ' documents a use and does not state: '
             || replace(replace(replace(replace(replace(replace(detail, '+', ', '), 'name', 'the name of the person identified'), 'officer', 'the officer who searched'),
                'reason', 'the reason'), 'result', 'the result'), 'type', 'the type of investigation') || '.' AS explanation,
       source, line, (SELECT group_concat(w.source || ':' || w.line, ' ') FROM report_row w WHERE w.report = lacking.report) AS evidence
  FROM lacking WHERE detail <> ''
