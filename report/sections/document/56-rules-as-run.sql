-- on:      pdf
-- shows:   text
-- title:   Rules as run
-- level:   2
SELECT 'What each rule needs, and its text, is in the sheet Rules of audit.xlsx and in audit.db. Their files, in analyze/rules where no folder is named: '
       || group_concat(replace(path, 'analyze/rules/', ''), ', ') || '.' FROM (SELECT * FROM rule ORDER BY place)
