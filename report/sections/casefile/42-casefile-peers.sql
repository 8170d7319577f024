-- on:    dossier-user
-- shows: terms
-- title: Beside colleagues
-- level: 2
SELECT measure, words FROM peer
UNION ALL SELECT 'Who they are', 'Members of the unit in which this person was longest, in the same months of the period, counted by days that the log covers: '
       || coalesce((SELECT o.unit || ', ' || date(o.from_day * 86400, 'unixepoch') || ' to ' || date(o.to_day * 86400, 'unixepoch') FROM own_stay o), 'none') || '. '
       || (SELECT count(*) FROM peer) || ' measures were looked at, and all are printed. Where this file was opened because of one of them, that one is no evidence.'
