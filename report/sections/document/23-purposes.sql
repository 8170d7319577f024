-- on:    pdf pictures html-charts
-- shows: chart shares
-- title: Searches by purpose
-- finding: SELECT printf('%,d state no authorised one', count(*)) FROM search WHERE purpose IN ('unstated', 'unauthorized') HAVING count(*)
-- says:  How many searches were made for each purpose of the directive, and how many for none of them, without stating one or in words that are for a person to read.
-- file:  searches-by-purpose
-- size:  half 112
WITH purposes (place, purpose, name) AS (VALUES
  (1, 'criminal', 'criminal investigation'), (2, 'detained', 'detained person'), (3, 'safety', 'public safety'), (4, 'health', 'public health'),
  (5, 'unable', 'unable to identify themselves'), (6, 'unstated', 'not stated'), (7, 'unauthorized', 'not authorised'), (8, 'unclear', 'unclear, to be read'), (9, NULL, 'could not be judged')),
counted AS MATERIALIZED (SELECT purpose, count(*) AS searches FROM search GROUP BY purpose)
SELECT p.name AS label, 'searches' AS series, coalesce(c.searches, 0) AS value,
       iif(c.searches, 's-purpose=' || coalesce(p.purpose, p.name), NULL) AS key
  FROM purposes p LEFT JOIN counted c ON c.purpose IS p.purpose
 WHERE EXISTS (SELECT 1 FROM counted) AND (p.place < 8 OR c.searches) ORDER BY p.place
