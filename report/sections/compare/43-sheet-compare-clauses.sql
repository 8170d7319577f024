-- on:    compare-sheets
-- shows: sheet
-- title: Clauses
-- says:  Exceptions of what was tested. With so many tests one in twenty differs by chance alone.
-- columns: text 14, text 38, text 17, text 17, text 44
SELECT p.clause AS Clause, p.title AS "What must hold", r.then_words AS "Then", r.now AS "Now", r.words AS "What may be said"
  FROM rate r JOIN rule_pair p ON r.place = 100 + p.place WHERE p.tested OR p.then_tested ORDER BY p.place
