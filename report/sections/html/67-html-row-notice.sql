-- on:      html
-- shows:   what a row of an export says: a line for each column that is not NULL
SELECT coalesce(nullif(notified, ''), '(not stated)') AS Notified, strftime('%Y-%m-%d %H:%M', at, 'unixepoch') AS "Time, UTC",
       nullif(case_number, '') AS "Case number", nullif(user_id, '') AS User
  FROM notice WHERE notice = ?1
