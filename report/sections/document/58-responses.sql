-- on:      pdf
-- shows:   table
-- title:   What the people concerned said
-- level:   2
-- says:    Their own words, as the ledger of answers has them.
-- columns: text 24, text 18, text 60
-- most:    60
-- rest:    in the ledger of answers
SELECT id AS "Matter or finding", disposition AS Answer, response AS "In their words" FROM decision WHERE response <> '' AND disposition <> 'referred' ORDER BY id
