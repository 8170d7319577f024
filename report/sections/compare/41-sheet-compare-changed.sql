-- on:    compare-sheets
-- shows: sheet
-- title: What else changed
-- columns: text 34, text 34, text 34
SELECT what AS What, then_words AS "Then", now_words AS "Now" FROM changed
