-- on:    pdf html-charts
-- shows: chart shares
-- title: The ladder of documentation
-- says:  Each search once: documented in full, documented but incomplete, linked to a report that tells of no use or cannot be read, or linked to no report, by kind.
-- file:  documentation
-- size:  half 132
WITH lacking AS MATERIALIZED (
  SELECT p.report FROM finding f JOIN report p ON p.number = f.subject WHERE f.rule = 'incomplete-report'),
unread AS MATERIALIZED (SELECT report FROM report_unread),
names (place, step, name) AS (VALUES
  (1, 'complete', 'documented'), (2, 'incomplete', 'documented, but incomplete'), (3, 'silent', 'a report that tells of no use'),
  (4, 'unread', 'a report that cannot be read'), (5, 'no number', 'no report: no number cited'), (6, 'number not found', 'no report: number not found'),
  (7, 'another agency''s number', 'no report: another agency''s number'), (8, 'outside the reports supplied', 'no report: outside those supplied'),
  (9, 'report may be pending', 'no report yet: may be pending'), (10, 'other', 'no report')),
steps AS (
  SELECT CASE WHEN n.report IS NULL THEN iif(n.orphan_kind IN (SELECT step FROM names), n.orphan_kind, 'other')
              WHEN p.use_row IS NULL THEN iif(n.report IN (SELECT report FROM unread), 'unread', 'silent')
              WHEN n.report IN (SELECT report FROM lacking) THEN 'incomplete' ELSE 'complete' END AS step, count(*) AS searches
    FROM event e LEFT JOIN session n USING (session) LEFT JOIN report p ON p.report = n.report
   WHERE e.is_search AND e.in_period GROUP BY 1)
SELECT n.name AS label, 'searches' AS series, coalesce(s.searches, 0) AS value,
       (SELECT 'rule=' || rule || iif(rule = 'orphan-search', '&detail=' || n.step, '') FROM rule WHERE exceptions AND rule = CASE n.step WHEN 'complete' THEN NULL WHEN 'unread' THEN NULL WHEN 'silent' THEN 'undocumented-use'
          WHEN 'incomplete' THEN 'incomplete-report' ELSE 'orphan-search' END) AS key
  FROM names n LEFT JOIN steps s USING (step)
 WHERE EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports') AND EXISTS (SELECT 1 FROM steps)
   AND (s.searches OR n.step NOT IN ('unread', 'other')) ORDER BY n.place
