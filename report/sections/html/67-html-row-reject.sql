-- on:      html
-- shows:   what a row of an export says: a line for each column that is not NULL
SELECT reason AS "Rejected row", substr(raw, 1, 600) AS "As written" FROM reject WHERE rowid = ?1
