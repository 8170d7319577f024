-- on:    pdf pictures html-charts
-- shows: chart parts
-- title: Notices before public-health searches
-- finding: SELECT printf('%,d of %,d without one on file', exceptions, tested) FROM rule WHERE rule = 'chief-not-notified' AND tested AND status <> 'not tested'
-- says:  How many public-health searches had a notice before them, and how many of their reports note it.
-- file:  notices
-- size:  full 52
WITH lines (place, rule, name) AS (VALUES
  (1, 'chief-not-notified', 'searches with a notice before'), (2, 'notification-not-reported', 'reports that note the notice'))
SELECT l.name AS label, s.series,
       iif(r.status = 'not tested', 0, iif(s.series = 'exception', r.exceptions, max(0, r.tested - r.exceptions))) AS value,
       iif(s.series = 'exception' AND r.exceptions, 'rule=' || l.rule, NULL) AS key
  FROM lines l JOIN rule r USING (rule) CROSS JOIN (SELECT 1 AS place, 'as required' AS series UNION ALL SELECT 2, 'exception') s
 ORDER BY l.place, s.place
