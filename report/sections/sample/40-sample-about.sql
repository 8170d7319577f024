-- on:      sample
-- shows:   sheet
-- title:   About
-- says:    What was drawn from what, how anybody can draw it again, and what may be said of the answers.
-- columns: text 30, text 110
SELECT 'Audit' AS What, (SELECT value FROM setting WHERE section = 'agency' AND key = 'name') || ', ' || (SELECT value FROM setting WHERE section = 'period' AND key = 'from')
       || ' to ' || (SELECT value FROM setting WHERE section = 'period' AND key = 'to') || ', fingerprint ' || (SELECT value FROM setting WHERE section = 'run' AND key = 'fingerprint') AS "In words"
UNION ALL SELECT 'Searches of the period', printf('%,d', count(*)) FROM clean
UNION ALL SELECT iif(place = 1, 'Without findings', ''), printf('%,d %s (--of %s)', searches, words, of) || iif(of = (SELECT value FROM asked WHERE name = 'of'), ': the population of this sample', '')
  FROM population_size
UNION ALL SELECT 'Drawn', (SELECT printf('%,d of %,d', sum(chosen), count(*)) FROM drawn) || ', seed ' || (SELECT value FROM asked WHERE name = 'seed')
UNION ALL SELECT 'Size', value FROM asked WHERE name = 'size'
UNION ALL SELECT 'How it was drawn', 'The ticket of a search is the SHA-256 of the seed, a comma and its event, in lower-case digits: printf %s ''SEED,EVENT'' | sha256sum. '
       || 'Sorted by ticket, the first are the sample. It depends on no order of rows, and a larger sample contains a smaller one.'
UNION ALL SELECT 'The population', 'SHA-256 of its events, sorted, a line each: ' || value FROM asked WHERE name = 'population'
UNION ALL SELECT 'Earlier draws', value FROM asked WHERE name = 'earlier'
UNION ALL SELECT 'How to answer', 'yes where it is in order, no where it is not, unsure where it cannot be said; not applicable only where the question has no object (no lead, say). '
       || 'A blank and unsure count as no. Change nothing but the columns to fill in, and read every row: no more may be drawn because of what was read.'
UNION ALL SELECT 'What may be said', 'The answers speak of the ' || (SELECT printf('%,d', count(*)) FROM drawn) || ' searches of this population alone: nothing of those that have findings, nor of searches that '
       || 'are not in the log. faceaudit sample OUT --evaluate FILE says it with its bound.'
UNION ALL SELECT 'Fewer than 60', 'So few are better read whole: a full reading has no bound, only a count.' WHERE (SELECT count(*) FROM drawn) < 60
