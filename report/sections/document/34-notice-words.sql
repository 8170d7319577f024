-- on:    pdf html-charts
-- shows: text
-- title: Notices to the Chief
-- level: 2
WITH counted AS (
  SELECT count(*) AS searches FROM search_for_health)
SELECT CASE searches WHEN 0 THEN 'No search was made' WHEN 1 THEN 'One search was made' ELSE printf('%,d searches were made', searches) END
       || ' for a threat to public health. The Chief or designee is to be notified before each, and the report is to say so. '
       || CASE WHEN EXISTS (SELECT 1 FROM source WHERE kind = 'chief_notifications')
                 THEN (SELECT iif(count(*) = 1, 'One notification is', printf('%,d notifications are', count(*))) FROM notice) || ' on file.'
               ELSE 'Whether that was done is not known: no file of notifications was supplied.' END AS text
  FROM counted
