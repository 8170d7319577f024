-- on:      xlsx
-- shows:   summary
-- columns: text 110
SELECT text FROM coverage_words ORDER BY place
