-- What the log is once its searches are linked: of each report, and the numbers that its rows bear.

CREATE INDEX IF NOT EXISTS session_of_report ON session (report);
CREATE INDEX IF NOT EXISTS event_of_session ON session_event (session);

UPDATE report SET documented = use_row NOT NULL AND (documented OR l.searches), linked = 1, user_id = l.user_id,
  searches = l.searches,
       candidate_exported = l.exported, candidate_selected = l.selected, candidate_withheld = l.withheld
  FROM (SELECT l.report, min(iif(a.withheld, NULL, a.user_id)) AS user_id, sum(e.in_period) AS searches,
      max(e.candidate NOT NULL) AS exported,
               max(coalesce(e.candidate <> '' AND NOT e.candidate_withheld, 0)) AS selected,
                 max(e.candidate NOT NULL AND e.candidate_withheld) AS withheld
          FROM linked_event l CROSS JOIN event e USING (event) CROSS JOIN account a USING (account) GROUP BY l.report) l
 WHERE l.report = report.report;

-- Whoever approved a row before the search cannot have read of it there: where that is so of every row that tells of a
-- use, it speaks against the link.
UPDATE session SET why = rtrim(why, '.')
  || '; but every row of it that tells of a use was approved before the search, the last on '
  || date(u.approved_day * 86400, 'unixepoch') || '.'
  FROM (SELECT m.report, max(f.approved_day) AS approved_day
          FROM report p JOIN row_meaning m USING (report) JOIN report_fact f USING (row)
         WHERE p.linked AND p.use_row NOT NULL
           AND EXISTS (SELECT 1 FROM reading g WHERE g.row = m.row AND g.meaning = 'use')
         GROUP BY m.report HAVING count(iif(f.approved_withheld, NULL, f.approved_day)) = count(*)) u
 WHERE u.report = session.report AND u.approved_day < (SELECT min(e.day) FROM session_event x JOIN event e USING (event)
     WHERE x.session = session.session);

INSERT INTO unevaluated SELECT 'case number', e.source, e.line, s.why FROM session s
  CROSS JOIN session_event x USING (session) CROSS JOIN event e USING (event) WHERE s.orphan_kind = 'not evaluated';

INSERT INTO log_number
  SELECT prefix, number, digits, source, line, event, source
    FROM (SELECT prefix, CAST(substr(id, length(prefix) + 1) AS INTEGER) AS number,
        length(id) - length(prefix) AS digits, source, line, event
            FROM (SELECT id, rtrim(id, '0123456789') AS prefix, source, line, event FROM event
                  UNION ALL SELECT id, rtrim(id, '0123456789'), source, line, NULL FROM reject UNION ALL SELECT id,
                    rtrim(id, '0123456789'), source, line, NULL FROM other_event))
   WHERE digits BETWEEN 1 AND 18;

-- Files of one system, by month or exported twice, are one sequence. Two systems are those whose rows bear each other's
-- ids with other contents more often than they repeat each other, or that count apart at the same time.
UPDATE log_number SET system = y.system
  FROM (WITH file AS (SELECT source, prefix, min(number) AS first, max(number) AS last FROM log_number GROUP BY source,
      prefix),
             span AS (SELECT source, min(day) AS first_day, max(day) AS last_day FROM event GROUP BY source),
             pair AS (SELECT a.source AS a, b.source AS b,
                             (SELECT count(*) FROM log_number x JOIN log_number y ON y.prefix = x.prefix
                                 AND y.number = x.number AND y.source = b.source WHERE x.source = a.source
                                 AND x.event NOT NULL AND y.event NOT NULL) AS clashes,
                             (SELECT count(*) FROM duplicate d WHERE d.source = b.source
                                 AND d.of_source = a.source) AS repeats,
                             a.last_day > b.first_day + 1 AND b.last_day > a.first_day + 1
                               AND NOT EXISTS (SELECT 1 FROM file x JOIN file y ON y.prefix = x.prefix
                                   WHERE x.source = a.source AND y.source = b.source AND x.first <= y.last
                                   AND y.first <= x.last)
                               AND EXISTS (SELECT 1 FROM file x JOIN file y ON y.prefix = x.prefix
                                   WHERE x.source = a.source AND y.source = b.source) AS apart
                        FROM span a JOIN span b ON a.source < b.source)
        SELECT b AS source, min(a) AS system FROM pair WHERE clashes <= repeats AND NOT apart GROUP BY b) y
 WHERE y.source = log_number.source;
