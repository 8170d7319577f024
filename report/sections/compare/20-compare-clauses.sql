-- on:    compare
-- shows: table
-- title: Clause by clause
-- level: 2
-- says:  Exceptions of what was tested, where either year had one; the sheet Clauses has all. With so many tests one in twenty differs by chance alone.
-- columns: text 14, text 38, text 17, text 17, text 44
SELECT p.clause AS Clause, p.title AS "What must hold", r.then_words AS "Then", r.now AS "Now", r.words AS "What may be said"
  FROM rate r JOIN rule_pair p ON r.place = 100 + p.place WHERE p.exceptions OR p.then_exceptions ORDER BY p.place
