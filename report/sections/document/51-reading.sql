-- on:      pdf page html-method
-- shows:   table
-- title:   How they were read
-- level:   2
-- columns: text 30, text 18, text 12, text 10, text 20, text 14, day 12, day 12
SELECT path AS File, encoding AS Encoding, CASE delimiter WHEN ',' THEN 'comma' WHEN ';' THEN 'semicolon' WHEN char(9) THEN 'tab' WHEN '|' THEN 'pipe' ELSE delimiter END AS Delimiter, CAST(header_line AS TEXT) AS "Header line", coalesce(time_zone, '–') AS "Time zone", coalesce(date_order, '–') AS "Dates",
       coalesce(substr(first_at, 1, 10), '–') AS "First", coalesce(substr(last_at, 1, 10), '–') AS "Last"
  FROM source ORDER BY source
