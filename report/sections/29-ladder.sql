-- on:    pdf html-charts
-- shows: chart shares
-- title: The ladder of documentation
-- says:  Each search once: documented in full, documented but incomplete, linked to a report that tells of no use or cannot be read, or linked to no report, by kind.
-- file:  documentation
-- size:  half 132
WITH lacking AS MATERIALIZED (
  SELECT p.report FROM finding f JOIN report p ON p.number = f.subject WHERE f.place = (SELECT place FROM rule WHERE rule = 'incomplete-report')),
unread AS MATERIALIZED (SELECT report FROM report_unread),
sums AS MATERIALIZED (
  SELECT sum(p.use_row NOT NULL AND n.report NOT IN (SELECT report FROM lacking)) AS documented,
         sum(p.use_row NOT NULL AND n.report IN (SELECT report FROM lacking)) AS incomplete,
         sum(n.report NOT NULL AND p.use_row IS NULL AND n.report NOT IN (SELECT report FROM unread)) AS silent,
         sum(n.report NOT NULL AND p.use_row IS NULL AND n.report IN (SELECT report FROM unread)) AS unread,
         sum(n.report IS NULL AND n.orphan_kind IS 'no number') AS none,
         sum(n.report IS NULL AND n.orphan_kind IS 'number not found') AS lost,
         sum(n.report IS NULL AND n.orphan_kind IS 'another agency''s number') AS foreigners,
         sum(n.report IS NULL AND n.orphan_kind IS 'outside the reports supplied') AS outside,
         sum(n.report IS NULL AND n.orphan_kind IS 'report may be pending') AS pending, sum(n.report IS NULL) AS orphans
    FROM event e LEFT JOIN session n USING (session) LEFT JOIN report p ON p.report = n.report
   WHERE e.is_search AND e.in_period)
SELECT label, 'searches' AS series, value, iif(value AND (SELECT exceptions FROM rule WHERE rule = step), 'rule=' || step || coalesce('&detail=' || kind, ''), NULL) AS key FROM (
  SELECT 1 AS place, 'documented' AS label, documented AS value, NULL AS step, NULL AS kind FROM sums
   UNION ALL SELECT 2, 'documented, but incomplete', incomplete, 'incomplete-report', NULL FROM sums
   UNION ALL SELECT 3, 'a report that tells of no use', silent, 'undocumented-use', NULL FROM sums
   UNION ALL SELECT 4, 'a report that cannot be read', nullif(unread, 0), NULL, NULL FROM sums
   UNION ALL SELECT 5, 'no report: no number cited', none, 'orphan-search', 'no number' FROM sums
   UNION ALL SELECT 6, 'no report: number not found', lost, 'orphan-search', 'number not found' FROM sums
   UNION ALL SELECT 7, 'no report: another agency''s number', foreigners, 'orphan-search', 'another agency''s number' FROM sums
   UNION ALL SELECT 8, 'no report: outside those supplied', outside, 'orphan-search', 'outside the reports supplied' FROM sums
   UNION ALL SELECT 9, 'no report yet: may be pending', pending, 'orphan-search', 'report may be pending' FROM sums
   UNION ALL SELECT 10, 'no report: kind not known', nullif(orphans - none - lost - foreigners - outside - pending, 0), 'orphan-search', NULL FROM sums)
 WHERE value NOT NULL AND EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports') ORDER BY place
