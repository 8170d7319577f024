-- on:      pdf
-- shows:   table
-- title:   What only a person can test
-- says:    Records cannot show these. Tick what was found, and say by what.
-- columns: text 12, text 28, text 40, text 32, text 24
-- page:    new
SELECT clause AS Clause, title AS "What must hold", says AS "The clause asks", '□ holds   □ does not   □ not looked at' AS Found, '.......................................' AS "Tested by"
  FROM rule WHERE status = 'not testable' ORDER BY place
