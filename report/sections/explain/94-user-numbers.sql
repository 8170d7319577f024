-- on:      user
-- shows:   lines
-- title:   Searches in figures
-- says:    Searches of the period.
WITH s AS (SELECT s.* FROM search s JOIN account a USING (account) WHERE a.owner = ?1),
sources AS (SELECT count(*) AS duty FROM source WHERE kind = 'duty_schedule')
SELECT 'searches', CAST(count(*) AS TEXT) || coalesce(', from ' || min(occurred_at) || ' to ' || max(occurred_at), '') FROM s
UNION ALL SELECT * FROM (SELECT 'purpose ' || coalesce(purpose, 'not judged'), CAST(count(*) AS TEXT) FROM s GROUP BY purpose ORDER BY count(*) DESC, 1)
UNION ALL SELECT * FROM (SELECT 'month ' || substr(occurred_at, 1, 7), CAST(count(*) AS TEXT) FROM s GROUP BY 1 ORDER BY 1)
UNION ALL SELECT 'linked to a report', count(report) || ', of them ' || count(iif(confidence < 0.6, 1, NULL)) || ' with less than 0.60 confidence' FROM s
UNION ALL SELECT * FROM (SELECT 'orphans: ' || orphan_kind, CAST(count(*) AS TEXT) FROM s WHERE report IS NULL GROUP BY 1 ORDER BY 1)
UNION ALL SELECT 'duty', iif(duty, (SELECT count(*) FROM shift d JOIN account a USING (account) WHERE a.owner = ?1 AND d.on_duty) || ' records of duty; '
         || (SELECT count(*) FROM s WHERE EXISTS (SELECT 1 FROM shift d WHERE d.account IN (SELECT account FROM account WHERE owner = ?1) AND d.on_duty AND (d.start_at <= s.at AND s.at < d.end_at OR d.start_at <= s.at_other AND s.at_other < d.end_at)))
         || ' of the searches fall in them', 'no duty schedule was supplied') FROM sources
