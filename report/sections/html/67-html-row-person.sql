-- on:      html
-- shows:   what a row of an export says: a line for each column that is not NULL
SELECT user_id || coalesce(', ' || nullif(trim(coalesce(rank || ' ', '') || coalesce(first_name || ' ', '') || coalesce(last_name, '')), ''), '') AS Member,
       coalesce(date(approved_day * 86400, 'unixepoch'), '(no date)') || coalesce(' by ' || nullif(approved_by, ''), '') AS "Access approved",
       coalesce(date(trained_day * 86400, 'unixepoch'), '(no date)') AS Training, date(separated_day * 86400, 'unixepoch') AS Separated,
       iif(date(separated_day * 86400, 'unixepoch') IS NULL, NULL, coalesce(date(deactivated_day * 86400, 'unixepoch'), '(no date)')) AS Deactivated
  FROM person WHERE person = ?1
