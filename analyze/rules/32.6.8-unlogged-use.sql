-- rule:     unlogged-use
-- clause:   32.6.8
-- title:    Every use is in the log
-- severity: high
-- subject:  report
-- examines: dated_report
-- outside:  report_outside_log
-- needs:    incident_reports, incident_reports.narrative
-- tells:    states a use to which no search of the log is linked
-- says:     All facial recognition systems log user activity.
-- means:    The row of a report that documents a use is dated in the period, where the log reaches the days of its
--           search, and no search of the log is linked to the report, nor cites it
--           beside another to which it is linked.
-- innocent: The search was made in another agency's system or under another agency's account; the log export is
--           incomplete; the report describes somebody else's use.
-- remedy:   Allow searches in systems that log them alone, and ask other agencies for the log row of each search made
--           for this one.

SELECT p.number AS subject,
       (SELECT coalesce(nullif(o.user_id, ''), (SELECT min(a.user_id) FROM account a WHERE a.person = o.person))
          FROM row_meaning m JOIN person o ON o.person = m.author
         WHERE m.row = p.row AND EXISTS (SELECT 1 FROM reading x
                                          WHERE x.row = m.row AND x.meaning = 'searcher' AND x.value = 'the author')
           AND NOT EXISTS (SELECT 1 FROM reading x WHERE x.row = m.row AND x.meaning = 'searcher'
                              AND coalesce(x.value, '') <> 'the author')) AS user_id, -- of an author who says "I"
       p.number AS report_number, p.occurred_at, g.words AS detail,
       'Report ' || p.number || ' says "' || coalesce(nullif(g.sentence, ''), g.words)
         || '"; no search of the log is linked to it.'
         || coalesce(' ' || u.answer, '') AS explanation,
       p.source, p.line, p.place || coalesce(' ' || u.answer_place, '') AS evidence
  FROM dated_report p JOIN understood u ON u.report = p.report AND u.question = 'other' AND u.state = 'not said'
  JOIN reading g ON g.reading = (SELECT min(x.reading) FROM reading x WHERE x.row = p.row AND x.meaning = 'use')
 WHERE NOT p.linked AND p.report NOT IN (SELECT report FROM cited_report);

-- to read:

SELECT p.number AS subject, NULL AS user_id, p.number AS report_number, w.at_text AS occurred_at, d.question, d.words,
       d.why, p.report, NULL AS text, w.source, w.line
  FROM doubt d JOIN report p USING (report) JOIN report_row w ON w.row = coalesce(p.dated_row,
         (SELECT x.row FROM report_row x JOIN second_reading s USING (row), period t WHERE x.report = p.report
          AND s.use >= 1 AND x.day BETWEEN t.from_day AND t.to_day ORDER BY x.row LIMIT 1))
 WHERE d.question = 'other' AND NOT p.linked AND p.report NOT IN (SELECT report FROM cited_report)
   AND NOT p.unread AND p.report NOT IN (SELECT report
                                                            FROM report_unlogged);

-- otherwise:
SELECT verdict, words FROM report_outside WHERE report = ?1 AND verdict = 'not tested'
UNION ALL SELECT 'does not apply', iif(use_row IS NULL, 'no row of it documents a use',
                                       'no row of it that documents a use is dated in the period')
  FROM report WHERE report = ?1 AND dated_row IS NULL
UNION ALL SELECT 'not tested', 'the numbers that some searches cite could not be evaluated: each may be of this report'
  FROM report WHERE report = ?1 AND dated_row NOT NULL AND report NOT IN (SELECT report FROM dated_report)
       AND report NOT IN (SELECT report FROM report_outside_log)
UNION ALL SELECT 'not tested', 'the report is ' || words FROM report_outside_log WHERE report = ?1
UNION ALL SELECT 'does not fire', 'linked to it: ' || group_concat('search ' || e.name, ', ') FROM linked_event n
  JOIN event e USING (event) WHERE n.report = ?1 HAVING count(*)
UNION ALL SELECT 'does not fire', 'search ' || c.name || ' cites it, and is linked to report ' || c.linked_number
                 || ' (' || f.path || ':' || c.line || ')'
  FROM cited_report c JOIN source f USING (source) WHERE c.report = ?1
UNION ALL SELECT 'does not fire', u.words FROM documented_report JOIN report_unread_why u USING (report)
  WHERE report = ?1
UNION ALL SELECT 'does not fire', answer FROM understood WHERE report = ?1 AND question = 'other';
