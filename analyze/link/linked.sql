-- What the log is once its searches are linked: of each report, and the numbers that its rows bear.

CREATE INDEX IF NOT EXISTS session_of_report ON session (report);
CREATE INDEX IF NOT EXISTS event_of_session ON session_event (session);

UPDATE report SET documented = use_row NOT NULL AND (documented OR l.searches), linked = 1, user_id = l.user_id, searches = l.searches,
       candidate_exported = l.exported, candidate_selected = l.selected, candidate_withheld = l.withheld
  FROM (SELECT l.report, min(a.user_id) AS user_id, sum(e.in_period) AS searches, max(e.candidate NOT NULL) AS exported,
               max(coalesce(e.candidate <> '' AND NOT e.candidate_withheld, 0)) AS selected, max(e.candidate NOT NULL AND e.candidate_withheld) AS withheld
          FROM linked_event l CROSS JOIN event e USING (event) CROSS JOIN account a USING (account) GROUP BY l.report) l
 WHERE l.report = report.report;

INSERT INTO unevaluated SELECT 'case number', e.source, e.line, s.why FROM session s CROSS JOIN session_event x USING (session) CROSS JOIN event e USING (event) WHERE s.orphan_kind = 'not evaluated';

INSERT INTO log_number
  SELECT prefix, number, digits, source, line, event
    FROM (SELECT prefix, CAST(substr(id, length(prefix) + 1) AS INTEGER) AS number, length(id) - length(prefix) AS digits, source, line, event
            FROM (SELECT id, rtrim(id, '0123456789') AS prefix, source, line, event FROM event
                  UNION ALL SELECT id, rtrim(id, '0123456789'), source, line, NULL FROM reject UNION ALL SELECT id, rtrim(id, '0123456789'), source, line, NULL FROM other_event))
   WHERE digits BETWEEN 1 AND 18;
