-- rule:     notification-not-reported
-- clause:   32.6.6(5)
-- title:    The report of a public-health search notes the notice to the Chief
-- severity: medium
-- subject:  report
-- examines: health_report
-- needs:    incident_reports, incident_reports.narrative, user_log.reason
-- tells:    does not state that the Chief was notified before the search
-- says:     For a threat to public health the report states that the Chief or designee was notified before the
--           search.
-- means:    A report that documents a use linked to a public-health search and does not say that the Chief or
--           designee was notified before it. Silence, a denial and a later notification all count.
-- innocent: The notice stands in the notification file only, or in a supplement that was not supplied.
-- remedy:   Have the template of the report ask who of command was notified, and when, wherever the reason is public
--           health.

SELECT p.number AS subject, p.user_id, p.number AS report_number, p.occurred_at,
       coalesce((SELECT min(g.meaning) FROM report_statement g WHERE g.report = p.report
                 AND g.meaning IN ('notice after', 'notice denied', 'notice untimed')), 'silent') AS detail,
       'Report ' || p.number || ' documents a public-health use and '
             || coalesce((SELECT 'says "' || min(g.sentence) || '" and nothing of a notice before it.'
                          FROM report_statement g
                           WHERE g.report = p.report
                             AND g.meaning IN ('notice after', 'notice denied', 'notice untimed')),
                             'says nothing of a notice to the Chief or designee before it.')
                             || coalesce(' ' || u.answer, '')
             || coalesce(' The file of notifications has one of ' || n.noted_at || ', before a search of this report.', '')
         AS explanation,
       p.source, p.line, p.place || ' ' || p.searches || coalesce(' ' || n.place, '') || coalesce(' ' || u.answer_place, '') AS evidence
  FROM health_report p JOIN understood u ON u.report = p.report AND u.question = 'notice' AND u.state = 'not said'
  LEFT JOIN (SELECT s.report, max(n.at), strftime('%Y-%m-%d %H:%M', n.at + s.utc_offset * 60, 'unixepoch') AS noted_at,
                    n.source || ':' || n.line AS place
               FROM search_for_health s JOIN notice_for_search n USING (event) WHERE n.certain GROUP BY s.report) n
            ON n.report = p.report;

-- to read:

SELECT p.number AS subject, p.user_id, p.number AS report_number, p.occurred_at, d.question, d.words, d.why, p.report,
       NULL AS text, p.source, p.line
  FROM health_report p JOIN doubt d ON d.report = p.report AND d.question = 'notice';

-- otherwise:
SELECT verdict, words FROM report_outside WHERE report = ?1
UNION ALL SELECT 'not tested', u.words FROM documented_report JOIN report_unread_why u USING (report)
  WHERE report = ?1
UNION ALL SELECT 'does not apply', 'no public-health search of the period is linked to it'
  FROM whole_report WHERE report = ?1 AND NOT EXISTS (SELECT 1 FROM search_for_health s WHERE s.report = ?1)
UNION ALL SELECT 'does not fire', 'it says ' || words FROM report_quote WHERE report = ?1
                 AND meaning = 'notice before'
UNION ALL SELECT 'does not fire', answer FROM understood WHERE report = ?1 AND question = 'notice';
