-- on:    pdf pictures html-charts
-- shows: chart shares
-- title: What the reports say came back
-- finding: SELECT printf('%,d of %,d state a candidate', sum(candidate), count(*)) FROM report WHERE documented HAVING count(*)
-- says:  Reports that document a use by result: a candidate, confirmed by other means or not; none; or nothing said on the outcome.
-- file:  results
-- size:  full 68
WITH counted AS MATERIALIZED (
  SELECT count(*) AS reports, sum(candidate AND corroborated) AS confirmed, sum(candidate AND NOT corroborated) AS unconfirmed,
         sum(NOT candidate AND no_candidate) AS none, sum(NOT candidate AND NOT no_candidate) AS silent
    FROM report WHERE documented),
results (place, name, reports) AS (
  SELECT 1, 'a candidate, confirmed by other means', confirmed FROM counted
  UNION ALL SELECT 2, 'a candidate, no other means stated', unconfirmed FROM counted
  UNION ALL SELECT 3, 'no candidate', none FROM counted
  UNION ALL SELECT 4, 'nothing on the outcome', silent FROM counted)
SELECT name AS label, 'reports' AS series, reports AS value FROM results WHERE (SELECT reports FROM counted) ORDER BY place
