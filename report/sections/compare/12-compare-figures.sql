-- on:    compare
-- shows: table
-- title: Figures
-- level: 2
-- columns: text 40, text 18, text 18, text 50
SELECT what AS What, then_words AS "Then", now AS "Now", words AS "What may be said" FROM rate WHERE place < 100 ORDER BY place
