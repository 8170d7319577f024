-- on:      event
-- shows:   lines
-- title:   The row of the log, as it was kept
-- says:    Each cell by its role, with the header of its column. A cell is stated, empty, withheld or not exported.
WITH e AS (SELECT * FROM event WHERE event = ?1),
cells (turn, role, bit, value) AS (
  SELECT 1, 'event id', 0, id FROM e
  UNION ALL SELECT 3, 'user', 0, user_id FROM e JOIN account USING (account)
  UNION ALL SELECT 4, 'user name', 1, user_name FROM e
  UNION ALL SELECT 5, 'action', 0, action FROM e
  UNION ALL SELECT 6, 'workstation', 2, workstation FROM e
  UNION ALL SELECT 7, 'address', 4, address FROM e
  UNION ALL SELECT 8, 'case number', 8, case_number FROM e
  UNION ALL SELECT 9, 'reason', 16, r.text FROM e LEFT JOIN reason r ON r.reason = e.reason
  UNION ALL SELECT 10, 'probe image', 32, probe FROM e
  UNION ALL SELECT 11, 'candidates returned', 64, returned FROM e
  UNION ALL SELECT 12, 'candidate selected', 128, candidate FROM e
  UNION ALL SELECT 13, 'agency', 0, agency FROM e),
headed AS (
  SELECT c.*, (SELECT group_concat(h.header, '", "') FROM source_column h, e WHERE h.source = e.source AND h.role = c.role) AS header,
         (SELECT withheld FROM e) & c.bit AS hidden FROM cells c)
SELECT role, text FROM (
SELECT turn, role, CASE WHEN value IS NULL THEN 'not exported: the file has no such column'
                  WHEN hidden THEN 'withheld: the export has "' || value || '"'
                  WHEN trim(value) = '' THEN 'empty' ELSE 'stated: "' || value || '"' END
             || coalesce('  [' || header || ']', '') AS text
  FROM (SELECT turn, role, value, header, hidden FROM headed
        UNION ALL SELECT 2, 'time', occurred_at, (SELECT group_concat(h.header, '", "') FROM source_column h WHERE h.source = e.source AND h.role = 'time'), 0 FROM e)
 UNION ALL SELECT 14, 'columns not used', group_concat(h.header, ', ') || ' (their cells stand in the file only)'
  FROM source_column h, e WHERE h.source = e.source AND h.role IS NULL HAVING count(*)) ORDER BY turn
