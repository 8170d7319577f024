-- on:    compare-sheets
-- shows: sheet
-- title: The two years
-- says:  Both are complete audits: a difference is a fact. Where it says that chance may make it, a year that was run the same way would often differ as much.
-- columns: text 34, text 34, text 34
SELECT what AS What, then_words AS "Then", now_words AS "Now" FROM year_words
