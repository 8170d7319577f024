-- on:    dossier-user dossier-report dossier-subject
-- shows: table
-- title: What speaks for the person
-- level: 2
-- says:  From the same rows, counted in the same way. What the rows do not exclude stands with each matter below.
-- columns: text 66, text 20, text 20
SELECT fact AS "What the rows show", printf('%d of %d', n, of) AS "How often", iif(of < 30, 'a count', printf('%.0f %%', 100.0 * n / of)) AS Share
  FROM scope_speaks WHERE of > 0 ORDER BY place
