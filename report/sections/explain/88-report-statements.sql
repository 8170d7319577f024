-- on:      report linked
-- shows:   statements
-- title:   The words that were read in it
-- says:    What the program read in the narratives: the meaning, the words quoted, where they stand and their sentence.
-- empty:   No row of it speaks of facial recognition in words this program knows.
SELECT g.meaning, g.words, g.value, p.user_id, s.path || ':' || w.line, n.text, g.start, date(g.day * 86400, 'unixepoch')
  FROM reading g JOIN report_row w USING (row) JOIN narrative n USING (row) JOIN source s USING (source) LEFT JOIN person p ON p.person = g.owner WHERE w.report = ?1 ORDER BY w.row, g.start, g.reading
