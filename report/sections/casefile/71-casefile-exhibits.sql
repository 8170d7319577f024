-- on:    dossier-user dossier-report dossier-subject
-- shows: terms
-- title: What is in the workbook, and what was left out
-- level: 2
SELECT 'Evidence' AS label, 'each search: its row of the log, its report, the deciding sentence, what speaks for and against the link, the runner-up, the SHA-256 of its file' AS text
UNION ALL SELECT 'Findings, Timeline, Pairs', 'the tables of this file, whole'
UNION ALL SELECT 'Left out', 'colleagues'' searches and names, but for authors and supervisors of linked reports; people searched for outside the sheet Evidence (initials); matters that concern others; notes of matters that were referred'
UNION ALL SELECT 'Not in this file', 'statements, interviews, an investigator''s log: they belong elsewhere'
