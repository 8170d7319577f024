-- on:    dossier-user dossier-report dossier-subject
-- shows: table
-- title: What was not tested
-- level: 3
-- says:  It counts neither for nor against anybody.
-- columns: text 12, text 40, text 64
SELECT clause AS Clause, title AS "What must hold", why AS Why FROM audit_clause WHERE status = 'not tested' ORDER BY place
