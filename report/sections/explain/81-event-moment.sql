-- on:      event
-- shows:   lines
-- title:   Where it stands and when it was
WITH e AS (SELECT e.*, s.path, s.sha256, s.time_zone, s.date_order FROM event e JOIN source s USING (source) WHERE event = ?1)
SELECT 'source', path || ':' || line FROM e
UNION ALL SELECT 'SHA-256 of the file', sha256 FROM e
UNION ALL SELECT 'same row again at', group_concat(s.path || ':' || d.line, ', ') FROM duplicate d JOIN source s ON s.source = d.source, e
           WHERE d.of_source = e.source AND d.of_line = e.line HAVING count(*)
UNION ALL SELECT 'local time', occurred_at || ' (' || substr('SunMonTueWedThuFriSat', 1 + 3 * strftime('%w', day * 86400, 'unixepoch'), 3) || ')' FROM e
UNION ALL SELECT 'in UTC', strftime('%Y-%m-%dT%H:%M:%SZ', at, 'unixepoch') FROM e
UNION ALL SELECT 'read as', 'a time of ' || coalesce(time_zone, 'the agency''s zone') || coalesce(', ' || date_order, '') FROM e
UNION ALL SELECT 'doubt', CASE at_doubt WHEN 'ambiguous' THEN 'this local time occurred twice (the clocks went back): it is taken as the first, and the second is '
                               || strftime('%Y-%m-%dT%H:%M:%SZ', at_other, 'unixepoch')
                             WHEN 'skipped' THEN 'this local time did not occur (the clocks went forward)' ELSE coalesce(at_doubt, 'none about the clock') END FROM e
UNION ALL SELECT 'in the period', iif(in_period, 'yes', 'no: the rules do not look at it') FROM e
UNION ALL SELECT 'kind of row', iif(is_search, 'a search', 'no search') FROM e
UNION ALL SELECT 'note on the file', n.text FROM source_note n, e WHERE n.source = e.source AND n.line IN (0, e.line)
