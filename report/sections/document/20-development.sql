-- on:    pdf html-charts
-- shows: text
-- title: How use developed
-- page:  new
WITH bounds AS (SELECT from_day AS first, to_day AS last FROM period),
days AS (SELECT day, in_period, searches, rows FROM day_activity),
all_of AS (
  SELECT coalesce(sum(iif(in_period, searches, 0)), 0) AS searches, min(iif(in_period AND searches, day, NULL)) AS first_search,
         max(iif(in_period AND searches, day, NULL)) AS last_search, min(day) AS first_row FROM days),
span AS (SELECT coalesce(first, first_search) AS first, coalesce(last, last_search) AS last FROM bounds, all_of),
filled AS (SELECT name, month, searches FROM month_activity WHERE searches OR covered),
reach AS (SELECT days, days < to_day - from_day + 1 AS part FROM covered_day, period),
ends AS (SELECT max(searches) AS most, min(searches) AS least FROM filled),
before AS (  -- the same span a year earlier, where the log reaches back over all of it
  SELECT coalesce(sum(searches), 0) AS searches FROM days, span
   WHERE NOT in_period AND day BETWEEN CAST(strftime('%s', first * 86400, 'unixepoch', '-1 year') AS INTEGER) / 86400
                                   AND CAST(strftime('%s', last * 86400, 'unixepoch', '-1 year') AS INTEGER) / 86400)
SELECT printf('%,d %s made in ', searches, iif(searches = 1, 'search was', 'searches were'))
       || iif(part, printf('the %,d days of %,d that the log covers', days, last - first + 1), printf('%,d days', last - first + 1))
       || CASE WHEN (SELECT count(*) FROM filled) < 2 THEN '.'
               WHEN most = least THEN printf(', %,d in every month.', most)
               ELSE printf(', %s a month on average; the most in %s (%,d), the fewest in %s.',
                           rtrim(rtrim(printf('%.1f', iif(part, 365.25 / 12 * searches / days, 1.0 * searches / (SELECT count(*) FROM filled))), '0'), '.'),
                           (SELECT name FROM filled WHERE searches = most ORDER BY month LIMIT 1), most,
                           (SELECT CASE WHEN count(*) > 3 THEN printf('%d other months', count(*)) ELSE group_concat(name, ', ') END
                              FROM (SELECT name FROM filled WHERE searches = least ORDER BY month)) || printf(' (%,d)', least)) END AS text
  FROM all_of, span, ends, reach WHERE searches
UNION ALL
SELECT CASE WHEN last - first > 366 THEN 'The period is longer than a year: each year stands beside the others in the chart.'
            WHEN first_row >= first THEN 'The year before is not compared: the log supplied has no row from before the period.'
            WHEN first_row <= CAST(strftime('%s', first * 86400, 'unixepoch', '-1 year') AS INTEGER) / 86400 + 6
              THEN printf('In the same days of the year before the log has %,d.', before.searches)
            WHEN first_row > CAST(strftime('%s', last * 86400, 'unixepoch', '-1 year') AS INTEGER) / 86400
              THEN 'The year before is not compared: the log supplied begins on ' || date(first_row * 86400, 'unixepoch') || ', after those months.'
            ELSE 'The log supplied begins on ' || date(first_row * 86400, 'unixepoch')
                 || ': of the year before, only the months that it covers are shown; the others are not known.' END
  FROM all_of, span, before WHERE all_of.searches
UNION ALL SELECT 'The log has no search in the period.' FROM all_of WHERE NOT searches
