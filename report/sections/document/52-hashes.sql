-- on:      pdf html-method
-- shows:   table
-- title:   SHA-256 of the files as read
-- level:   2
-- columns: text 28, count 12, small 60
SELECT path AS File, bytes AS Bytes, sha256 AS "SHA-256" FROM source ORDER BY source
