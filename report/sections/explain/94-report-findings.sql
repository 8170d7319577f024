-- on:      report-searches
-- shows:   lines
-- title:   Findings on the searches linked to it
-- empty:   None.
SELECT f.finding_id || ' ' || f.rule, 'search ' || f.subject || ', ' || f.severity || coalesce(', ' || s.path || ':' || f.line, '') || ': ' || f.explanation || coalesce(' Disposition: ' || f.disposition || '.', '')
  FROM linked_event n JOIN event e USING (event) JOIN finding f ON f.subject_kind = 'event' AND f.subject = e.name LEFT JOIN source s ON s.source = f.source
 WHERE n.report = ?1 ORDER BY e.at, e.event, f.place
