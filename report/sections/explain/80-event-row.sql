-- on:      event
-- shows:   lines
-- title:   The row of the log, as it was kept
-- says:    Each cell by its role, with the header of its column. A cell is stated, empty, withheld or not exported.
WITH e AS (SELECT * FROM event WHERE event = ?1),
cells (turn, role, "column", value) AS (
  SELECT 1, 'event id', NULL, id FROM e
  UNION ALL SELECT 3, 'user', NULL, user_id FROM e JOIN account USING (account)
  UNION ALL SELECT 4, 'user name', 'user_name', user_name FROM e
  UNION ALL SELECT 5, 'action', NULL, action FROM e
  UNION ALL SELECT 6, 'workstation', 'workstation', workstation FROM e
  UNION ALL SELECT 7, 'address', 'address', address FROM e
  UNION ALL SELECT 8, 'case number', 'case_number', case_number FROM e
  UNION ALL SELECT 9, 'reason', 'reason', r.text FROM e LEFT JOIN reason r ON r.reason = e.reason
  UNION ALL SELECT 10, 'probe image', 'probe', probe FROM e
  UNION ALL SELECT 11, 'candidates returned', 'returned', returned FROM e
  UNION ALL SELECT 12, 'candidate selected', 'candidate', candidate FROM e
  UNION ALL SELECT 13, 'agency', NULL, agency FROM e),
headed AS (
  SELECT c.*, (SELECT group_concat(h.header, '", "') FROM source_column h, e WHERE h.source = e.source AND h.role = c.role) AS header,
         instr((SELECT withheld FROM e), c."column") AS hidden FROM cells c)
SELECT role, text FROM (
SELECT turn, role, CASE WHEN value IS NULL THEN 'not exported: the file has no such column'
                  WHEN hidden THEN 'withheld: the export has "' || value || '"'
                  WHEN trim(value) = '' THEN 'empty' ELSE 'stated: "' || value || '"' END
             || coalesce('  [' || header || ']', '') AS text
  FROM (SELECT turn, role, value, header, hidden FROM headed
        UNION ALL SELECT 2, 'time', occurred_at, (SELECT group_concat(h.header, '", "') FROM source_column h WHERE h.source = e.source AND h.role = 'time'), 0 FROM e)
 UNION ALL SELECT 14, 'columns not used', group_concat(h.header, ', ') || ' (their cells stand in the file only)'
  FROM source_column h, e WHERE h.source = e.source AND h.role IS NULL HAVING count(*)) ORDER BY turn
