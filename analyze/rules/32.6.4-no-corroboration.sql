-- rule:     no-corroboration
-- clause:   32.6.4, 32.6.7
-- title:    A lead is corroborated before anyone acts on it
-- severity: critical
-- subject:  report
-- examines: whole_candidate_report
-- needs:    incident_reports, incident_reports.narrative
-- says:     A potential identity is confirmed by independent investigative means before further action such as arrest, contacting a
--           witness or notification of next of kin.
-- means:    The report tells of a candidate and of an action on that candidate, and of no independent corroboration; one that was not
--           made is none; another person's arrest is no action.
-- innocent: The corroboration stands in a supplement, a warrant affidavit or a line-up form that was not supplied; the action had
--           another ground (an open warrant, a confession).

WITH acted AS (SELECT report, min(reading) AS reading FROM comparison WHERE what = 'action' AND relation <> 'different' GROUP BY report)
SELECT p.number AS subject, p.user_id,
       p.number AS report_number, p.occurred_at, g.words AS detail,
       'Report ' || p.number || ' says "' || g.words || '" of a candidate'
             || coalesce(', and "' || (SELECT min(x.words) FROM report_statement x WHERE x.report = p.report AND x.meaning = 'not corroborated') || '"', '')
             || '; no independent corroboration is told.' AS explanation,
       p.source, p.line, (SELECT group_concat(w.source || ':' || w.line, ' ') FROM report_row w WHERE w.report = p.report) AS evidence
  FROM whole_candidate_report p JOIN acted USING (report) JOIN reading g ON g.reading = acted.reading
 WHERE NOT p.corroborated
