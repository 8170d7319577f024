-- on:      pdf page
-- shows:   figures
-- columns: text 1, text 1, text 1
WITH use AS (
  SELECT EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports') AS reports, coalesce(sum(searches), 0) AS searches, count(*) FILTER (WHERE NOT withheld) AS accounts, coalesce(sum(linked), 0) AS linked,
         coalesce(sum(documented), 0) AS documented, coalesce(sum(searches), 0) - (SELECT count(*) FROM search_unlinked_outside) AS judged -- those that the reports supplied reach
    FROM searching_account),
weak AS (  -- of those documented, on links of which the program is less than 0.6 sure
  SELECT count(*) AS documented FROM documented_weakly),
answers AS (
  SELECT count(*) AS findings, count(*) FILTER (WHERE disposition NOT IN ('referred', 'pending')) AS answered, count(*) FILTER (WHERE disposition = 'sustained') AS sustained,
         count(DISTINCT iif(disposition = 'sustained' AND subject_kind = 'event', subject, NULL)) AS sustained_searches FROM finding),
tests AS (
  SELECT count(*) FILTER (WHERE status = 'exceptions') AS fired, count(*) FILTER (WHERE status IN ('exceptions', 'compliant')) AS tested,
         count(*) FILTER (WHERE status = 'not tested') AS untested, count(*) FILTER (WHERE status = 'not testable') AS untestable
    FROM rule)
SELECT 'Searches' AS what, printf('%,d', searches) AS figure, 'in the period' AS note FROM use
UNION ALL SELECT 'Accounts', printf('%,d', accounts), 'made these searches' FROM use
UNION ALL SELECT 'Documented', iif(judged AND reports, CASE WHEN judged < 30 THEN printf('%d of %d', documented, judged) WHEN documented = judged THEN '100 %'
                                                  WHEN documented AND 100.0 * documented / judged < 0.5 THEN '<1 %'
                                                  WHEN 100.0 * documented / judged >= 99.5 THEN '>99 %'
                                                  ELSE printf('%.0f %%', 100.0 * documented / judged) END, '–'),
                 iif(reports, printf('%,d of %,d: linked to a report that says so; %,d linked to any report', documented, judged, linked)
                 || (SELECT iif(w.documented, printf('; %,d of those documented on weak links', w.documented), '') FROM weak w) || iif(judged < searches, printf('; %,d more lie outside the reports supplied', searches - judged), ''),
                     'not tested: no incident reports were supplied') FROM use
UNION ALL SELECT 'Findings', printf('%,d', coalesce(sum(exceptions), 0)),
                 coalesce((SELECT group_concat(printf('%,d %s', findings, severity), ', ') FROM (SELECT * FROM findings_of_severity WHERE findings ORDER BY place)), 'none')
                 || (SELECT printf(', in %,d %s', count(*), iif(count(*) = 1, 'matter', 'matters')) FROM matter WHERE findings HAVING count(*))
                 || (SELECT iif(answered, printf('; %,d answered, %,d sustained, %,d open', answered, sustained, findings - answered), '')
                           || iif(answered = findings AND findings AND searches, printf('; sustained are %,d of %,d searches', sustained_searches, searches), '') FROM answers, use)
            FROM rule
UNION ALL SELECT 'To be read', printf('%,d', (SELECT count(DISTINCT passage_id) FROM open_passage)), 'passages that two readings do not agree on'
UNION ALL SELECT 'Untried words', printf('%,d', untried), printf('of %,d reports of a use hold words near it on which this program was never tried', reports) FROM wording WHERE reports
UNION ALL SELECT 'Tests with exceptions', printf('%d', fired),
                 printf('of %d made; %d not tested, %d not testable from records', tested, untested, untestable) FROM tests
