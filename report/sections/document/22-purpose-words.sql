-- on:    pdf html-charts
-- shows: text
-- title: Who searched, and what for
-- level: 2
WITH users AS (SELECT account, searches FROM searching_account),
sums AS (SELECT count(*) AS users, sum(searches) AS searches FROM users),
top AS (SELECT sum(searches) AS searches, count(*) AS users FROM (SELECT searches FROM users ORDER BY searches DESC LIMIT 3))
SELECT CASE WHEN s.searches = 1 THEN 'One account made the one search.'
            WHEN s.users = 1 THEN printf('One account made all %,d searches.', s.searches)
            WHEN s.users <= 3 THEN printf('%d accounts made the %,d searches.', s.users, s.searches)
            ELSE printf('%,d accounts made the %,d searches; the three most active made %,d of them%s.', s.users, s.searches,
                        t.searches, iif(s.searches < 30, '', printf(' (%.0f %%)', 100.0 * t.searches / s.searches))) END
       || ' The purpose is read from the words of the reason'
       || iif(EXISTS (SELECT 1 FROM source WHERE kind = 'personnel'), ', and the unit from the personnel file on the day of the search.', '.') AS text
  FROM sums s, top t WHERE s.searches
UNION ALL SELECT 'No search was made in the period.' FROM sums WHERE NOT coalesce(searches, 0)
