-- on:      pdf
-- shows:   table
-- title:   What each column was taken for
-- level:   2
-- columns: text 22, text 58, text 20
WITH ordered AS (SELECT * FROM source_column ORDER BY source, position)
SELECT s.path AS File,
       coalesce(group_concat(c.header || ' → ' || replace(c.role, '_', ' ') || CASE c.how WHEN 'header' THEN '' ELSE coalesce(' (' || c.how || ')', '') END, ';  ')
                FILTER (WHERE c.role IS NOT NULL), 'none') AS "Header → taken for (how, where not by its own words)",
       coalesce(group_concat(c.header, ', ') FILTER (WHERE c.role IS NULL), '–') AS "Not used"
  FROM source s LEFT JOIN ordered c USING (source) GROUP BY s.source ORDER BY s.source
