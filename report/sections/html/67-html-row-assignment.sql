-- on:      html
-- shows:   what a row of an export says: a line for each column that is not NULL
SELECT h.user_id || ', ' || coalesce(t.unit, '(no unit)') || ' from ' || coalesce(date(t.from_day * 86400, 'unixepoch'), '(no date)')
       || ' to ' || coalesce(date(t.to_day * 86400, 'unixepoch'), '(no date)') AS Assignment
  FROM assignment t JOIN person h USING (person) WHERE t.rowid = ?1
