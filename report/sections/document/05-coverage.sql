-- on:    pdf page html-front
-- shows: text
SELECT text FROM coverage_words ORDER BY place
