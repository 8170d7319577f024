-- on:    xlsx
-- shows: words
SELECT source, path FROM source
