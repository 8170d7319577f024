-- rule:     no-corroboration
-- clause:   32.6.4, 32.6.7
-- title:    A lead is corroborated before anyone acts on it
-- severity: critical
-- subject:  report
-- examines: acted_report
-- needs:    incident_reports, incident_reports.narrative
-- tells:    states an action and no independent corroboration
-- says:     A potential identity is confirmed by independent investigative means before further action such as
--           arrest, contacting a witness or notification of next of kin.
-- means:    The report states a candidate and an action on that candidate, and no independent confirmation of who it
--           was. A confirmation that was planned, or that failed, does not count; an arrest of somebody else is not
--           an action on the candidate.
-- innocent: The corroboration stands in a supplement, a warrant affidavit or a line-up form that was not supplied;
--           the action had another ground (an open warrant, a confession).
-- remedy:   Have the template of the report ask for the photo line-up, DAVID or booking photograph before an action
--           on a lead is approved.

WITH acted AS (SELECT report, min(reading) AS reading FROM comparison WHERE what = 'action'
               AND relation <> 'different' GROUP BY report)
SELECT p.number AS subject, p.user_id,
       p.number AS report_number, p.occurred_at, coalesce(nullif(g.sentence, ''), g.words, 'as answered') AS detail,
       'Report ' || p.number || coalesce(' says "' || coalesce(nullif(g.sentence, ''), g.words) || '"',
                                         ' states a candidate and an action on that candidate')
             || coalesce(', and "' || (SELECT min(x.sentence) FROM report_statement x WHERE x.report = p.report
                                       AND x.meaning = 'not corroborated') || '"', '')
             || '; it states no independent corroboration.' || coalesce(' ' || u.answer, '') AS explanation,
       p.source, p.line, (SELECT group_concat(w.place, ' ') FROM report_row w WHERE w.report = p.report)
         || coalesce(' ' || u.answer_place, '') AS evidence
  FROM acted_report p JOIN understood u ON u.report = p.report AND u.question = 'corroborated'
       AND u.state = 'not said'
  LEFT JOIN acted ON acted.report = p.report LEFT JOIN reading g ON g.reading = acted.reading;

-- to read:

SELECT p.number AS subject, p.user_id, p.number AS report_number, p.occurred_at, d.question, d.words, d.why, p.report,
       NULL AS text, p.source, p.line
  FROM whole_report p JOIN doubt d ON d.report = p.report AND d.question = 'corroborated';

-- otherwise:
SELECT verdict, words FROM report_outside WHERE report = ?1
UNION ALL SELECT 'not tested', u.words FROM documented_report JOIN report_unread_why u USING (report)
  WHERE report = ?1
UNION ALL SELECT 'does not apply', 'no row of it states a candidate' FROM whole_report WHERE report = ?1
                 AND NOT candidate
UNION ALL SELECT 'does not fire', coalesce('it states corroboration: ' || (SELECT words FROM report_quote
                                                            WHERE report = ?1 AND meaning = 'corroborated'),
                 'the action it states concerns somebody other than the candidate: '
                   || (SELECT words FROM report_quote WHERE report = ?1 AND meaning = 'action'),
                 'it states no action on the candidate')
  FROM whole_candidate_report WHERE report = ?1
UNION ALL SELECT 'does not fire', answer FROM understood WHERE report = ?1 AND question = 'corroborated';
