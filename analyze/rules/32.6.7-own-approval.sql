-- rule:     own-approval
-- clause:   32.6.7
-- title:    Nobody approves a report of their own
-- severity: medium
-- subject:  report
-- examines: documented_report
-- needs:    incident_reports, incident_reports.narrative, incident_reports.supervisor
-- tells:    was approved by its author or by the searcher
-- says:     A supervisor who reviews a case with a facial recognition lead confirms that it was corroborated.
-- means:    A row that tells of the use or of a candidate is approved by its own author, or by the owner of the
--           account that searched.
-- innocent: The system enters the author where nobody has approved yet; the supervisor wrote the supplement; two
--           people of one name.
-- remedy:   Set the records system so that nobody can approve a report of their own.

WITH approved AS (
  SELECT w.report, w.row, w.place, w.source, w.line, w.supervisor, w.officer, w.approver,
         w.approver = w.author OR (w.approver IS NULL -- whom no file knows: one name, or "Last, First" and "First Last"
           AND (lower(trim(w.supervisor)) = lower(trim(w.officer))
             OR lower(trim(w.supervisor)) = lower(trim(substr(w.officer, instr(w.officer, ',') + 1)) || ' '
                                                  || trim(substr(w.officer, 1, instr(w.officer, ',') - 1)))
             OR lower(trim(w.officer)) = lower(trim(substr(w.supervisor, instr(w.supervisor, ',') + 1)) || ' '
                                               || trim(substr(w.supervisor, 1,
                                                   instr(w.supervisor, ',') - 1))))) AS by_author,
         (SELECT min(e.event) FROM linked_event l CROSS JOIN event e USING (event) JOIN account a USING (account)
           WHERE l.report = w.report AND a.person = w.approver) AS search
    FROM report_row w
   WHERE w.approved_by_supervisor AND NOT w.supervisor_withheld AND trim(w.supervisor) <> ''
     AND EXISTS (SELECT 1 FROM reading g WHERE g.row = w.row AND g.meaning IN ('use', 'candidate')))
SELECT p.number AS subject, p.user_id, p.number AS report_number, p.occurred_at, iif(a.by_author, 'author',
  'searcher') AS detail,
       'Report ' || p.number || ' is approved by "' || a.supervisor || '", '
             || iif(a.by_author, 'who wrote it ("' || a.officer || '").', 'the owner of the account of search '
               || e.name || ', which it documents.') AS explanation,
       a.source, a.line, a.place || iif(a.by_author, '', ' ' || e.source || ':' || e.line) AS evidence
  FROM documented_report p JOIN approved a ON a.row = (SELECT min(x.row) FROM approved x WHERE x.report = p.report
    AND (coalesce(x.by_author, 0) OR x.search NOT NULL))
  LEFT JOIN event e ON e.event = a.search;

-- otherwise:
SELECT verdict, words FROM report_outside WHERE report = ?1
UNION ALL SELECT DISTINCT 'does not fire', 'the row (' || f.path || ':' || w.line || ') is by "'
  || coalesce(w.officer, '') || '" and gives supervisor ' || coalesce('"' || w.supervisor || '"', '(not exported)')
  FROM documented_report p JOIN report_row w USING (report) JOIN source f ON f.source = w.source WHERE p.report = ?1;
