-- on:      xlsx
-- shows:   summary
-- columns: text 36, any 36, text 36
WITH use AS (
  SELECT EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports') AS reports, coalesce(sum(searches), 0) AS searches,
         count(*) FILTER (WHERE NOT withheld) AS accounts, coalesce(sum(documented), 0) AS documented,
         coalesce(sum(searches), 0) - (SELECT count(*) FROM search_unlinked_outside) AS judged -- those that the reports supplied reach
    FROM searching_account),
tests AS (
  SELECT count(*) FILTER (WHERE status = 'exceptions') AS fired, count(*) FILTER (WHERE status IN ('exceptions', 'compliant')) AS tested,
         count(*) FILTER (WHERE status = 'not tested') AS untested, count(*) FILTER (WHERE status = 'not testable') AS untestable
    FROM rule)
SELECT 'Searches', searches, printf('by %,d %s', accounts, iif(accounts = 1, 'account', 'accounts')) FROM use
UNION ALL SELECT 'Documented', CASE WHEN NOT reports OR NOT judged THEN 'not tested' WHEN judged < 30 THEN printf('%d of %d', documented, judged) ELSE 1.0 * documented / judged END,
                 iif(reports, printf('%,d of %,d: a report says that facial recognition was used', documented, judged)
                     || (SELECT iif(count(*), printf('; %,d of them on weak links', count(*)), '') FROM documented_weakly)
                     || iif(judged < searches, printf('; %,d more lie outside the reports', searches - judged), ''),
                     'no incident reports were supplied') FROM use
UNION ALL SELECT 'Findings', coalesce(sum(findings), 0),
                 coalesce((SELECT group_concat(printf('%,d %s', findings, severity), ', ')
                             FROM (SELECT * FROM findings_of_severity WHERE findings ORDER BY place)),
                          'none') || ' – indicators, not verdicts'
            FROM findings_of_user
UNION ALL SELECT '◇ To be read', count(DISTINCT passage_id), 'passages that two readings do not agree on: see the sheet To read' FROM open_passage
UNION ALL SELECT 'Untried words', iif(reports, untried, '–'), iif(reports, printf('of %,d reports of a use hold words near it on which this program was never tried', reports), 'no report tells of a use') FROM wording
UNION ALL SELECT 'Tests with exceptions', fired, printf('of %d made; %d not tested, %d for a person', tested, untested, untestable) FROM tests
