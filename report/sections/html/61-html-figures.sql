-- on:      html-front
-- shows:   figures
-- columns: text 1, text 1, text 1, link 0
WITH use AS (
  SELECT EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports') AS reports, coalesce(sum(searches), 0) AS searches, count(*) FILTER (WHERE NOT withheld) AS accounts, coalesce(sum(linked), 0) AS linked,
         coalesce(sum(documented), 0) AS documented, coalesce(sum(searches), 0) - (SELECT count(*) FROM search_unlinked_outside) AS judged -- those that the reports supplied reach
    FROM searching_account),
weak AS (  -- of those documented, on links of which the program is less than 0.6 sure
  SELECT count(*) AS documented FROM documented_weakly),
tests AS (
  SELECT count(*) FILTER (WHERE status = 'exceptions') AS fired, count(*) FILTER (WHERE status IN ('exceptions', 'compliant')) AS tested,
         count(*) FILTER (WHERE status = 'not tested') AS untested, count(*) FILTER (WHERE status = 'not testable') AS untestable
    FROM rule)
SELECT 'Searches' AS what, printf('%,d', searches) AS figure, 'in the period' AS note, 's-list=all' AS link FROM use
UNION ALL SELECT 'Accounts', printf('%,d', accounts), 'made these searches', 'people' FROM use
UNION ALL SELECT 'Documented', iif(judged AND reports, CASE WHEN judged < 30 THEN printf('%d of %d', documented, judged) WHEN documented = judged THEN '100 %'
                                                  WHEN documented AND 100.0 * documented / judged < 0.5 THEN '<1 %'
                                                  WHEN 100.0 * documented / judged >= 99.5 THEN '>99 %'
                                                  ELSE printf('%.0f %%', 100.0 * documented / judged) END, '–'),
                 iif(reports, printf('%,d of %,d are linked to a report that says so; %,d to any report', documented, judged, linked) || iif(judged < searches, printf('; %,d more lie outside the reports supplied', searches - judged), ''),
                     'not tested: no incident reports were supplied'),
                 iif(reports AND documented, 's-state=any documented', NULL) FROM use
UNION ALL SELECT 'On weak links', printf('%,d', w.documented), printf('of the %,d documented, by links of which the program is less than 0.6 sure', use.documented), 's-state=any documented&s-link=weak'
  FROM weak w, use WHERE w.documented
UNION ALL SELECT 'Findings', (SELECT printf('%,d', coalesce(sum(findings), 0)) FROM findings_of_user), 'indicators to look into, not verdicts', 'findings'
UNION ALL SELECT 'To be read', printf('%,d', (SELECT count(DISTINCT passage_id) FROM open_passage)), 'passages that two readings do not agree on', 'to-read'
UNION ALL SELECT 'Untried words', printf('%,d', untried), printf('of %,d reports of a use hold words near it on which this program was never tried', reports), NULL FROM wording WHERE reports
UNION ALL SELECT 'Tests with exceptions', printf('%d of %d', fired, tested),
                 printf('%d not tested, %d not testable from records', untested, untestable), iif(fired, 'tests=exceptions', 'clauses') FROM tests
