-- What the letter begins with, a paragraph a row.
SELECT (SELECT value FROM setting WHERE section = 'agency' AND key = 'name')
UNION ALL SELECT (SELECT value FROM asked WHERE name = 'day')
UNION ALL SELECT 'Public-records request ' || (SELECT value FROM asked WHERE name = 'request')
UNION ALL SELECT 'Enclosed are ' || (SELECT count(*) FROM release_search) || ' rows of the user log of the facial recognition system, from the records of '  || (SELECT value FROM setting WHERE section = 'period' AND key = 'from') || ' to ' || (SELECT value FROM setting WHERE section = 'period' AND key = 'to') || ': '  || (SELECT sum(outcome = 'released') || ' cells released whole or in part, ' || sum(outcome = 'withheld') || ' withheld, ' || sum(outcome = 'person') || ' not yet decided, '  || sum(outcome = 'source') || ' withheld by the system they came from'
  FROM release_cell WHERE part = 0)  || '.' || iif(EXISTS (SELECT 1 FROM release_cell WHERE place = 1), ' Date and time are released in each row.', '')
  || iif(EXISTS (SELECT 1 FROM release_cell WHERE place = 14), ' The incident type is released but for what stands in it beside the type.', '')
