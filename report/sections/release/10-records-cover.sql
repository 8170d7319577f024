-- on:      records records-findings
-- shows:   sheet
-- title:   Cover
-- says:    What was asked for, what was searched, what is released.
-- columns: text 34, text 100
SELECT what AS What, words AS "In words" FROM release_cover
