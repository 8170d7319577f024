-- on:      xlsx
-- shows:   sheet
-- title:   Inputs
-- says:    The files read, their fingerprints, and where each of their rows went.
-- columns: text 30, text 20, text 66, count 12, count 10, count 10, count 11, count 10, count 10, text 18, text 11, any 8, text 20, text 16, text 26, text 26
SELECT path AS File, replace(kind, '_', ' ') AS Kind, sha256 AS "SHA-256", bytes AS Bytes, rows AS Rows, kept AS Kept, duplicates AS Duplicates,
       rejected AS Rejected, not_data AS "Not data", encoding AS Encoding, CASE delimiter WHEN ',' THEN 'comma' WHEN ';' THEN 'semicolon' WHEN char(9) THEN 'tab' WHEN '|' THEN 'pipe' ELSE delimiter END AS Delimiter, header_line AS "Header line",
       time_zone AS "Time zone", date_order AS Dates, first_at AS First, last_at AS Last
  FROM source ORDER BY source
