-- on:      absent-report
-- shows:   facts
-- title:   Why a report is not in a view that rules examine
WITH unread AS (
  SELECT group_concat(s.path || ':' || w.line, ', ') AS places FROM report_row w JOIN source s USING (source)
   WHERE w.report = ?1 AND (w.narrated IS NULL OR w.withheld LIKE '%narrative%' OR EXISTS (SELECT 1 FROM unevaluated u WHERE u.what = 'narrative' AND u.source = w.source AND u.line = w.line))),
n AS (SELECT (SELECT count(*) FROM linked_event WHERE report = ?1) AS searches, (SELECT use_row FROM report WHERE report = ?1) AS use_row,
             EXISTS (SELECT 1 FROM documented_report WHERE report = ?1) AS documented, EXISTS (SELECT 1 FROM report_unread WHERE report = ?1) AS unread,
             (SELECT count(*) FROM report_statement WHERE report = ?1 AND meaning = 'candidate') AS candidates),
base (words) AS (
  SELECT CASE WHEN use_row IS NULL THEN 'no row of it documents a use'
              WHEN NOT documented THEN 'the row that documents the use is dated outside the period, and no search of the period is linked to it' END FROM n),
views (view, verdict, words) AS (
  SELECT 'documented_report', 'does not apply', words FROM base
  UNION ALL SELECT 'whole_report', 'does not apply', words FROM base
  UNION ALL SELECT 'dated_report', 'does not apply', iif(use_row IS NULL, 'no row of it documents a use', 'no row of it that documents a use is dated in the period') FROM n
  UNION ALL SELECT 'linked_report', 'does not apply', iif(searches, base.words, 'no search is linked to it') FROM n, base
  UNION ALL SELECT column1, 'does not apply', coalesce(base.words, iif(candidates, NULL, 'no row of it states a candidate')) FROM n, base, (VALUES ('candidate_report'), ('whole_candidate_report'))
  UNION ALL SELECT 'health_report', 'does not apply', coalesce(base.words, iif((SELECT count(*) FROM search_for_health s WHERE s.report = ?1), NULL, 'no public-health search of the period is linked to it')) FROM n, base)
SELECT view, iif(n.unread AND (n.use_row IS NULL OR words IS NULL), 'not tested', verdict) AS verdict,
       CASE WHEN n.unread AND (n.use_row IS NULL OR words IS NULL)
            THEN coalesce(words || ' in what could be read, but ', '') || 'a narrative of it is withheld, not exported or beyond the limits of a pattern (' || unread.places || '): read it by hand'
            ELSE words END AS words
  FROM views, n, unread
