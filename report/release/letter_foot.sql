-- What the letter ends with, a paragraph a row.
SELECT count(*) || ' cells are marked [review]: a person has yet to decide them, and they follow. No exemption is claimed for them here.'
  FROM release_cell WHERE outcome = 'person' HAVING count(*)
UNION ALL SELECT count(*) || ' cells were withheld by the system that the log came from, before it reached this agency; this agency claims no exemption for them.'
  FROM release_cell WHERE outcome = 'source' HAVING count(*)
UNION ALL SELECT 'This statement is made under section 119.07(1)(e) and (f), Florida Statutes. The records as they are, with the same numbers of rows, are kept.'
UNION ALL SELECT 'NOT CONFIRMED BY COUNSEL: ' || (SELECT value FROM asked WHERE name = 'unconfirmed') || ' (table of exemptions written on ' || (SELECT value FROM asked WHERE name = 'table') || ').'
