-- on:      html
-- shows:   what a row of an export says: a line for each column that is not NULL
SELECT user_id AS Duty, strftime('%Y-%m-%d %H:%M', start_at, 'unixepoch') || ' to ' || strftime('%Y-%m-%d %H:%M', end_at, 'unixepoch') AS "Hours, UTC",
       nullif(kind, '') AS Kind
  FROM shift WHERE shift = ?1
