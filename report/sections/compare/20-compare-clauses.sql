-- on:    compare
-- shows: table
-- title: Clause by clause
-- level: 2
-- says:  Exceptions of what was tested, where either year had one; the sheet Clauses has all. Of more than fifteen, those with the greater change of share. With so many tests one in twenty differs by chance alone.
-- columns: text 14, text 38, text 17, text 17, text 44
SELECT p.clause AS Clause, p.title AS "What must hold", r.then_words AS "Then", r.now AS "Now", r.words AS "What may be said"
  FROM rate r JOIN rule_pair p ON r.place = 100 + p.place
 WHERE p.rule IN (SELECT rule FROM rule_pair WHERE exceptions OR then_exceptions
                   ORDER BY abs(coalesce(1.0 * exceptions / nullif(tested, 0), 0) - coalesce(1.0 * then_exceptions / nullif(then_tested, 0), 0)) DESC, place LIMIT 15)
 ORDER BY p.place
