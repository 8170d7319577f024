-- rule:     undocumented-use
-- clause:   32.6.6
-- title:    The report of a search says that it was made
-- severity: medium
-- graver:   high, said not used
-- subject:  event
-- examines: search_linked
-- outside:  search_linked_outside
-- needs:    incident_reports, incident_reports.narrative
-- tells:    made a search that its report does not document ({})
-- says:     Every use of FACESNXT or any other facial recognition system, whatever the reason, is documented in an
--           incident report.
-- means:    A search is linked to a report, and no row of that report says that facial recognition was used: neither
--           the word lists nor the second reader find it, or a person who read the report found none. Where the report says that it was
--           not used, it contradicts the log: that is graver than silence.
-- innocent: The use is described in a supplement that was not supplied, or in words that this program does not know;
--           the number cited is another case's.
-- remedy:   Have the template of the report ask whether facial recognition was used, and send each user a monthly
--           list of the searches that no report tells of.

SELECT s.name AS subject, s.user_id, s.report_number, s.occurred_at, iif(g.words IS NULL, 'not mentioned', 'said not used') AS detail,
       iif(g.words IS NULL, s.who || ' searched on ' || substr(s.occurred_at, 1, 10) || '; report ' || s.report_number || ' says nothing of facial recognition being used.',
           s.who || ' searched at ' || s.occurred_at || coalesce(' for the reason "' || nullif(trim(s.reason_text), '') || '"', '')
           || ', by the log; report ' || s.report_number || ' says "' || g.sentence || '" and documents no use.')
                         || coalesce(' ' || u.answer, '') AS explanation,
       s.source, s.line,
       s.place || coalesce(' ' || (SELECT group_concat(w.place, ' ') FROM report_row w WHERE w.report = s.report), '')
         || coalesce(' ' || u.answer_place, '') AS evidence
  FROM search_linked s
  JOIN understood u ON u.report = s.report AND u.question = 'use' AND u.state = 'not said'
  LEFT JOIN (SELECT report, words, min(sentence) AS sentence FROM report_statement WHERE meaning = 'not used'
              GROUP BY report) g
            ON g.report = s.report;

-- to read:

SELECT s.name AS subject, s.user_id, s.report_number, s.occurred_at, d.question AS question, d.words AS words, d.why,
       s.report, NULL AS text, s.source, s.line
  FROM search_linked s JOIN doubt d ON d.report = s.report AND d.question = 'use';

-- otherwise:
SELECT 'does not apply' AS verdict, words FROM event_outside WHERE event = ?1
UNION ALL SELECT 'does not apply', 'the search is linked to no report' FROM search WHERE event = ?1 AND report IS NULL
UNION ALL SELECT 'not tested', 'the linked report documents no use in what could be read, and ' || u.words
  FROM search v JOIN report_unread_why u ON u.report = v.report WHERE v.event = ?1 AND v.use_row IS NULL
UNION ALL SELECT 'does not fire', 'report ' || v.report_number || ' says "' || (SELECT g.words FROM reading g
                                                            WHERE g.row = v.use_row AND g.meaning = 'use'
                                                            ORDER BY g.start LIMIT 1)
                 || '" (' || f.path || ':' || w.line || ')'
  FROM search v JOIN report_row w ON w.row = v.use_row JOIN source f ON f.source = w.source WHERE v.event = ?1
UNION ALL SELECT 'not tested', 'the search is one ' || words || ': a further row of the report may tell of the use'
  FROM search_linked_outside WHERE event = ?1
UNION ALL SELECT 'does not fire', u.answer FROM search v JOIN understood u ON u.report = v.report
                 AND u.question = 'use' WHERE v.event = ?1;
