-- on:    dossier-user
-- shows: table
-- title: Who was searched for
-- level: 2
-- says:  By initials; names are on the sheet Evidence. How often this account selected each, and how often colleagues did: a person whom many searched for is a case, not a sign.
-- columns: text 14, count 12, count 14, count 12, text 40
-- empty: No candidate was selected in these searches.
-- most:  40
-- rest:  on the sheet Pairs of the workbook
SELECT coalesce(i.short, '?') AS Person, count(*) AS "By this account", (SELECT count(*) FROM search o WHERE o.candidate = s.candidate AND o.owner IS NOT s.owner) AS "By colleagues",
       sum(s.use_row NOT NULL) AS Documented, group_concat(DISTINCT s.report_number) AS "In reports"
  FROM scope_search s LEFT JOIN initials i ON i.name = s.candidate WHERE s.candidate NOT NULL GROUP BY s.candidate ORDER BY count(*) DESC, min(s.at)
