-- on:      dossier-sheets
-- shows:   sheet
-- title:   Files
-- says:    The files that all this was read from.
-- columns: text 30, count 12, small 66, count 10, count 10
SELECT path AS File, bytes AS Bytes, sha256 AS "SHA-256", kept AS "Rows kept", rejected AS Rejected FROM source ORDER BY source
