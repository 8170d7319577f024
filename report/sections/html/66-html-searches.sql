-- on:      html
-- shows:   a row for each search of the period, in the order of the log
-- says:    1 is how many at most. What figures that count searches are told by: month, account, purpose, link, state, unit, duty.
SELECT s.name AS search, replace(substr(s.occurred_at, 1, 16), 'T', ' ') AS began, coalesce(s.user_id, '(withheld)') AS account,
       coalesce(s.purpose, 'could not be judged') AS purpose, s.report_number AS report, s.method AS link,
       iif(s.report IS NULL, NULL, printf('%.2f', s.confidence)) AS sure, t.state,
       iif(s.person IS NULL, 'not in the personnel file',
           coalesce((SELECT coalesce(nullif(g.unit, ''), 'no unit on that day') FROM assignment g
                      WHERE g.person = s.person AND coalesce(g.from_day, s.day) <= s.day AND coalesce(g.to_day, s.day) >= s.day
                      ORDER BY g.authorized DESC, g.from_day DESC, g.unit LIMIT 1), 'no unit on that day')) AS unit,
       CASE WHEN NOT EXISTS (SELECT 1 FROM rule WHERE rule = 'off-hours' AND status <> 'not tested') THEN 'not known'
            WHEN s.name IN (SELECT f.subject FROM finding_row f JOIN rule USING (place) WHERE rule = 'off-hours') THEN 'off duty'
            WHEN s.event IN (SELECT event FROM search_with_hours) THEN 'on duty' ELSE 'not known' END AS duty,
       iif(t.judged, NULL, 'not judged') AS judged, iif(s.report NOT NULL AND s.confidence < 0.6, 'weak', NULL) AS weak,
       (SELECT sum(searches) FROM searching_account) AS all_searches
  FROM search s JOIN search_state t USING (event) ORDER BY s.event LIMIT ?1
