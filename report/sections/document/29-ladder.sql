-- on:    pdf pictures html-charts
-- shows: chart shares
-- title: The ladder of documentation
-- finding: SELECT printf('%,d of %,d in full', count(*) FILTER (WHERE state = 'documented'), count(*)) FROM search_state HAVING count(*)
-- says:  Each search once: documented in full, documented but incomplete, linked to a report that states no use or cannot be read, or linked to no report, by kind.
-- file:  documentation
-- size:  half 106
WITH counted AS MATERIALIZED (SELECT state, count(*) AS searches FROM search_state GROUP BY state),
steps (place, state, always) AS (VALUES  -- ALWAYS 1: shown where there is none, too
  (1, 'documented', 1), (2, 'documented, but incomplete', 1), (3, 'a report that states no use', 1), (4, 'a report that cannot be read', 0), (5, 'no report: no number cited', 1),
  (6, 'no report: number not found', 1), (7, 'no report: another agency''s number', 1), (8, 'no report: outside those supplied', 1), (9, 'no report yet: may be pending', 1),
  (10, 'no report: kind not known', 0), (3.5, 'a report to be read for a use', 0))
SELECT s.state AS label, 'searches' AS series, coalesce(c.searches, 0) AS value, 's-state=' || c.state AS key
  FROM steps s LEFT JOIN counted c USING (state)
 WHERE (s.always OR c.searches) AND EXISTS (SELECT 1 FROM counted) AND EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports') ORDER BY s.place
