-- on:      pdf html-method
-- shows:   table
-- title:   What each column was taken for
-- level:   2
-- columns: small 18, small 72, small 18
SELECT s.path AS File,
       coalesce((SELECT group_concat(header || ' → ' || replace(role, '_', ' ') || CASE how WHEN 'header' THEN '' ELSE coalesce(' (' || how || ')', '') END, ';  ')
                   FROM (SELECT * FROM source_column c WHERE c.source = s.source AND c.role IS NOT NULL ORDER BY c.position)), 'none')
         AS "Header → taken for (how, where not by its own words)",
       coalesce((SELECT group_concat(header, ', ')
                   FROM (SELECT * FROM source_column c WHERE c.source = s.source AND c.role IS NULL ORDER BY c.position)), '–') AS "Not used"
  FROM source s ORDER BY s.source
