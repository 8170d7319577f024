-- on:    compare
-- shows: table
-- title: Days that the earlier personnel file did not have
-- level: 2
-- says:  An approval or training dated in or before the earlier period that this year's file has and the earlier one had not, or had with another day. It is a late entry until somebody says otherwise; both rows are shown.
-- columns: text 18, text 20, day 12, text 36, text 36
-- most:  5
-- rest:  in compare.xlsx
-- empty: None.
SELECT l.user_id AS Account, l.what AS What, date(l.day * 86400, 'unixepoch') AS "Day now", s.path || ':' || l.line || ', SHA-256 ' || substr(s.sha256, 1, 12) AS "Row now",
       t.path || ':' || l.then_line || ', SHA-256 ' || substr(t.sha256, 1, 12) AS "Row then"
  FROM late_entry l JOIN main.source s ON s.source = l.source JOIN earlier.source t ON t.source = l.then_source ORDER BY l.user_id, l.what
