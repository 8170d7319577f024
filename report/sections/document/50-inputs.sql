-- on:      pdf page html-method
-- shows:   table
-- title:   Files read
-- level:   2
-- says:    Every row of every file is accounted for: rows = kept + duplicates + rejected + not data (titles, repeated headers, totals, blanks).
-- columns: text 30, text 20, count 9, count 9, count 12, count 10, count 10
-- empty:   No file was read.
SELECT path AS File, replace(kind, '_', ' ') AS Kind, rows AS Rows, kept AS Kept, duplicates AS Duplicates, rejected AS Rejected, not_data AS "Not data"
  FROM source ORDER BY source
