-- rule:     incomplete-report
-- clause:   32.6.6(1)-(4)
-- title:    The report has its five elements
-- severity: medium
-- subject:  report
-- examines: whole_report
-- needs:    incident_reports, incident_reports.narrative
-- tells:    does not state {}
-- says:     The report states the type of investigation, the reason for the use, the name of the officer who
--           searched, and the results with, if successful, the name of the person identified.
-- means:    A report documents a use and lacks one of these: the name of the person (where it states a candidate),
--           the officer (by name, or as its author: "I"), the reason, the result (nothing on the outcome), the type
--           (no row has an incident type). Neither reading finds it, or a person who read the report found none.
-- innocent: The element stands in an attachment or in words this program does not know; the person is withheld as a
--           victim.
-- remedy:   Give reports a template with a field for each of the five elements of 32.6.6.

WITH lacking (report, place, element, words, answer, answer_place) AS (
  SELECT u.report, 1, u.question, 'the name of the person identified', u.answer, u.answer_place FROM understood u
  JOIN report p USING (report) WHERE u.question = 'name' AND u.state = 'not said' AND p.candidate
  UNION ALL SELECT report, 2, question, 'the officer who searched', answer, answer_place FROM understood
  WHERE question = 'officer' AND state = 'not said'
  UNION ALL SELECT report, 3, question, 'the reason', answer, answer_place FROM understood WHERE question = 'reason'
                   AND state = 'not said'
  UNION ALL SELECT report, 4, question, 'the result', answer, answer_place FROM understood WHERE question = 'result'
                   AND state = 'not said'
  UNION ALL SELECT report, 5, 'type', 'the type of investigation', NULL, NULL FROM report WHERE NOT typed)
SELECT p.number AS subject, p.user_id, p.number AS report_number, p.occurred_at,
       group_concat(l.element, '+') AS detail,
       'Report ' || p.number || ' documents a use and does not state: ' || group_concat(l.words, ', ') || '.'
         || coalesce(' ' || max(l.answer), '') AS explanation,
       p.source, p.line, (SELECT group_concat(w.place, ' ') FROM report_row w WHERE w.report = p.report)
         || coalesce(' ' || group_concat(l.answer_place, ' '), '') AS evidence
  FROM whole_report p JOIN understood u ON u.report = p.report AND u.question = 'use' AND u.state = 'said'
       AND (u.lexicon OR u.answer NOT NULL)
  JOIN (SELECT * FROM lacking ORDER BY report, place) l ON l.report = p.report
 GROUP BY p.report;

-- to read:

SELECT p.number AS subject, p.user_id, p.number AS report_number, p.occurred_at, d.question, d.words, d.why, p.report,
       NULL AS text, p.source, p.line
  FROM whole_report p JOIN doubt d ON d.report = p.report
 WHERE d.question IN ('name', 'officer', 'reason', 'result')
UNION ALL  -- and whether it is a use at all that lacks an element
SELECT p.number, p.user_id, p.number, w.at_text, d.question, d.words, d.why, p.report, NULL, w.source, w.line
  FROM doubt d JOIN report p USING (report)
  JOIN report_row w ON w.row = coalesce(p.use_row, (SELECT min(row) FROM report_row x WHERE x.report = p.report))
 WHERE d.question = 'use' AND p.linked AND NOT p.unread
   AND EXISTS (SELECT 1 FROM understood u WHERE u.report = p.report AND u.question IN ('officer', 'reason', 'result')
               AND u.state <> 'said')
UNION ALL  -- a use that the second reader alone finds accuses nobody
SELECT p.number, p.user_id, p.number, p.occurred_at, q.question, q.words,
       'The second reader finds a use, the word lists do not; if it is one, the report lacks an element.', p.report,
         NULL, p.source, p.line
  FROM whole_report p JOIN understood d ON d.report = p.report AND d.question = 'use' AND d.state = 'said'
       AND NOT d.lexicon AND d.answer IS NULL JOIN question q ON q.question = 'use'
 WHERE EXISTS (SELECT 1 FROM understood u WHERE u.report = p.report AND u.question IN ('officer', 'reason', 'result')
               AND u.state = 'not said');

-- otherwise:
SELECT verdict, words FROM report_outside WHERE report = ?1
UNION ALL SELECT 'not tested', u.words FROM documented_report JOIN report_unread_why u USING (report)
  WHERE report = ?1
UNION ALL SELECT 'does not fire', 'it states every element: ' || group_concat(meaning || ' ' || words, '; ')
  FROM report_quote WHERE report = ?1 AND meaning IN ('reason', 'searcher', 'candidate', 'no candidate')
  HAVING count(*)
UNION ALL SELECT 'does not fire', answer FROM understood WHERE report = ?1
                 AND question IN ('name', 'officer', 'reason', 'result');
