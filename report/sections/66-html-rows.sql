-- on:      html
-- shows:   every row of the exports: its file and line, which of the sections 67-html-row-* tells what it says, and its number there
SELECT source, line, 0, event FROM event
UNION ALL SELECT source, line, 1, row FROM report_fact
UNION ALL SELECT source, line, 2, person FROM person
UNION ALL SELECT source, line, 3, rowid FROM assignment
UNION ALL SELECT source, line, 4, notice FROM notice
UNION ALL SELECT source, line, 5, shift FROM shift
UNION ALL SELECT source, line, 6, rowid FROM reject
