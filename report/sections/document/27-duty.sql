-- on:    pdf pictures html-charts
-- shows: chart parts
-- title: On duty and off
-- finding: SELECT printf('%,d of %,d with known hours lie outside them', exceptions, tested) FROM rule
--          WHERE rule = 'off-hours' AND tested AND status <> 'not tested'
-- says:  Of the searches, how many were made on duty, how many off duty, and for how many no duty hours are known.
-- file:  searches-on-duty
-- size:  full 40
WITH total AS (SELECT coalesce(sum(searches), 0) AS searches FROM searching_account),
duty AS (SELECT tested, exceptions FROM rule WHERE rule = 'off-hours' AND status <> 'not tested')
SELECT 'searches' AS label, series, value, iif(value, 's-duty=' || series, NULL) AS key FROM (
  SELECT 1 AS place, 'on duty' AS series, coalesce((SELECT tested - exceptions FROM duty), 0) AS value, searches FROM total
   UNION ALL SELECT 2, 'off duty', coalesce((SELECT exceptions FROM duty), 0), searches FROM total
   UNION ALL SELECT 3, 'not known', searches - coalesce((SELECT tested FROM duty), 0), searches FROM total)
 WHERE searches ORDER BY place
