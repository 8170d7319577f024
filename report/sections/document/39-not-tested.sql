-- on:      page html-untested
-- shows:   table
-- title:   What was not tested, and why
-- columns: sign 4, text 12, text 36, text 50
-- empty:   Every clause that records can show was tested.
SELECT status AS " ", clause AS Clause, title AS "What must hold", why AS Why
  FROM audit_clause WHERE status LIKE 'not %' ORDER BY place
