-- rule:     undocumented-use
-- clause:   32.6.6
-- title:    The report of a search says that it was made
-- severity: medium
-- subject:  event
-- examines: search_linked
-- needs:    incident_reports, incident_reports.narrative
-- says:     Every use of FACESNXT or any other facial recognition system, whatever the reason, is documented in an incident report.
-- means:    A search that is linked to a report none of whose rows says that facial recognition was used.
-- innocent: The use is told in a supplement that was not supplied or in words this program does not know; the number cited is another case's.

SELECT s.name AS subject, s.user_id, s.report_number, s.occurred_at, coalesce(g.words, 'not mentioned') AS detail,
       s.who || ' searched; report ' || s.report_number
             || coalesce(' says "' || g.words || '" and documents no use.', ' says nothing of facial recognition being used.') AS explanation,
       s.source, s.line,
       s.place || coalesce((SELECT group_concat(' ' || w.source || ':' || w.line, '') FROM report_row w WHERE w.report = s.report), '') AS evidence
  FROM search_linked s
  LEFT JOIN (SELECT report, min(words) AS words FROM report_statement WHERE meaning = 'not used' GROUP BY report) g ON g.report = s.report
 WHERE s.use_row IS NULL
