-- on:    compare
-- shows: table
-- title: What else changed
-- level: 2
-- columns: text 34, text 34, text 34
-- most:  6
-- rest:  in compare.xlsx
-- empty: Nothing: settings, rules, reading of words, program and the share that each input covers are the same.
SELECT what AS What, then_words AS "Then", now_words AS "Now" FROM changed
