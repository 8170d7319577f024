-- on:    pdf pictures html-charts
-- shows: chart shares
-- title: The ladder of documentation
-- says:  Each search once: documented in full, documented but incomplete, linked to a report that states no use or cannot be read, or linked to no report, by kind.
-- file:  documentation
-- size:  half 106
WITH steps AS (
  SELECT 'incomplete' AS what, NULL AS name, sum(searches) AS searches FROM whole_report
   WHERE number IN (SELECT f.subject FROM finding_row f JOIN rule USING (place) WHERE rule = 'incomplete-report')
   UNION ALL SELECT iif(unread, 'unread', 'silent'), NULL, sum(searches) FROM report WHERE use_row IS NULL GROUP BY unread
   UNION ALL SELECT 'orphan', orphan_kind, count(*) FROM search WHERE report IS NULL GROUP BY orphan_kind),
totals AS (SELECT coalesce(sum(searches), 0) AS searches, coalesce(sum(documented), 0) AS documented FROM searching_account),
sums AS MATERIALIZED (
  SELECT max(t.documented) - coalesce(sum(s.searches) FILTER (WHERE what = 'incomplete'), 0) AS documented,
         coalesce(sum(s.searches) FILTER (WHERE what = 'incomplete'), 0) AS incomplete,
         coalesce(sum(s.searches) FILTER (WHERE what = 'silent'), 0) AS silent, coalesce(sum(s.searches) FILTER (WHERE what = 'unread'), 0) AS unread,
         coalesce(sum(s.searches) FILTER (WHERE what = 'orphan' AND name = 'no number'), 0) AS none,
         coalesce(sum(s.searches) FILTER (WHERE what = 'orphan' AND name = 'number not found'), 0) AS lost,
         coalesce(sum(s.searches) FILTER (WHERE what = 'orphan' AND name = 'another agency''s number'), 0) AS foreigners,
         coalesce(sum(s.searches) FILTER (WHERE what = 'orphan' AND name = 'outside the reports supplied'), 0) AS outside,
         coalesce(sum(s.searches) FILTER (WHERE what = 'orphan' AND name = 'report may be pending'), 0) AS pending,
         coalesce(sum(s.searches) FILTER (WHERE what = 'orphan'), 0) AS orphans
    FROM totals t LEFT JOIN steps s WHERE t.searches)
SELECT label, 'searches' AS series, value, iif(value AND (SELECT exceptions FROM rule WHERE rule = step), 'rule=' || step || coalesce('&detail=' || kind, ''), NULL) AS key FROM (
  SELECT 1 AS place, 'documented' AS label, documented AS value, NULL AS step, NULL AS kind FROM sums
   UNION ALL SELECT 2, 'documented, but incomplete', incomplete, 'incomplete-report', NULL FROM sums
   UNION ALL SELECT 3, 'a report that states no use', silent, 'undocumented-use', NULL FROM sums
   UNION ALL SELECT 4, 'a report that cannot be read', nullif(unread, 0), NULL, NULL FROM sums
   UNION ALL SELECT 5, 'no report: no number cited', none, 'orphan-search', 'no number' FROM sums
   UNION ALL SELECT 6, 'no report: number not found', lost, 'orphan-search', 'number not found' FROM sums
   UNION ALL SELECT 7, 'no report: another agency''s number', foreigners, 'orphan-search', 'another agency''s number' FROM sums
   UNION ALL SELECT 8, 'no report: outside those supplied', outside, 'orphan-search', 'outside the reports supplied' FROM sums
   UNION ALL SELECT 9, 'no report yet: may be pending', pending, 'orphan-search', 'report may be pending' FROM sums
   UNION ALL SELECT 10, 'no report: kind not known', nullif(orphans - none - lost - foreigners - outside - pending, 0), 'orphan-search', NULL FROM sums)
 WHERE value NOT NULL AND EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports') ORDER BY place
