-- on:      search
-- shows:   lines
-- title:   Runners-up: reports that were weighed and lost
-- empty:   No other report was weighed.
WITH n AS (SELECT *, report_number AS chosen FROM event_linked WHERE event = ?1),
others AS (
  SELECT row_number() OVER () AS turn, x.report, x.score, x.why, p.number, n.session, n.method, n.chosen, (length(x.why) - length(replace(x.why, '; but ', ''))) / 6 AS lacks, (length(n.link_why) - length(replace(n.link_why, '; but ', ''))) / 6 AS chosen_lacks,
         (SELECT group_concat(w.path, ', ') FROM (SELECT s.path || ':' || w.line AS path FROM report_row w JOIN source s USING (source) WHERE w.report = x.report ORDER BY w.row) w) AS places,
         (SELECT group_concat(e.name, ', ') FROM session o JOIN event e ON e.event = o.session WHERE o.report = x.report AND o.session <> n.session) AS takers
    FROM n JOIN alternative x USING (session) JOIN report p ON p.report = x.report)
SELECT label, text FROM (
  SELECT turn, 0 AS part, 'report ' || number AS label, 'weight ' || printf('%.2f', score) || ' (' || places || ')' AS text FROM others
  UNION ALL SELECT turn, 1, 'evidence', why FROM others
  UNION ALL SELECT turn, 2, 'it lost because', coalesce(
       iif(method = 'report number with a slip' AND instr(why, 'differs by a slip') = 0,
           'a number that matches exactly but fits neither by officer nor by time loses to one a slip away that fits by officer, time and use', NULL),
       iif(instr(why, 'No number is cited') = 1 AND takers NOT NULL, 'without a number, a report that another session accounts for is no candidate: it is linked to ' || takers, NULL),
       iif(lacks < chosen_lacks OR lacks = chosen_lacks OR chosen IS NULL, NULL, 'less speaks against report ' || chosen || ' (' || chosen_lacks || ' of the points weighed, ' || lacks || ' against this one)'),
       iif(chosen NOT NULL, 'all in all report ' || chosen || ' has the greater weight', 'its evidence was not enough without a number')) FROM others)
 ORDER BY turn, part
