-- on:      pdf
-- shows:   table
-- title:   What each column was taken for
-- level:   2
-- columns: text 28, text 28, text 22, text 22
SELECT s.path AS File, c.header AS "Header", coalesce(replace(c.role, '_', ' '), 'not used') AS "Taken for", coalesce(c.how, '') AS "Told by"
  FROM source_column c JOIN source s USING (source) ORDER BY c.source, c.position
