-- on:      facts-event
-- shows:   facts
-- title:   Why a rule does not fire on a row of the log: the facts it looks at
WITH s AS (SELECT * FROM activity WHERE event = ?1),
q AS (SELECT * FROM search WHERE event = ?1),
file (source, path) AS (SELECT source, path FROM source),
p AS (SELECT p.*, f.path || ':' || p.line AS at_place FROM s JOIN person p USING (person) JOIN file f ON f.source = p.source),
day (that) AS (SELECT date(day * 86400, 'unixepoch') FROM s),
limits (hours) AS (SELECT coalesce((SELECT CAST(value AS INTEGER) FROM setting WHERE section = 'thresholds' AND key = 'notice_hours'), 72))
SELECT 'unauthorized-user' AS rule,
       (SELECT 'the personnel file gives unit "' || coalesce(unit, '') || '" from ' || coalesce(date(from_day * 86400, 'unixepoch'), '(no date)') || ' to ' || coalesce(date(to_day * 86400, 'unixepoch'), '(no date)')
               || ', an authorised unit on that day, ' || that || ' (' || f.path || ':' || t.line || ')'
          FROM s, day JOIN assignment t ON t.person = s.person JOIN file f ON f.source = t.source
         WHERE t.authorized AND s.day BETWEEN coalesce(t.from_day, -1000000) AND coalesce(t.to_day, 1000000) LIMIT 1) AS words
UNION ALL SELECT 'unauthorized-user', 'the personnel file gives approval on ' || date(s.approved_day * 86400, 'unixepoch') || ', on or before that day, ' || that || ' (' || at_place || ')' FROM p, s, day WHERE s.approved_day <= s.day
UNION ALL SELECT 'unapproved-access', 'approved ' || date(s.approved_day * 86400, 'unixepoch') || ', on or before that day, ' || that || ' (' || at_place || ')' FROM p, s, day WHERE s.approved_day <= s.day
UNION ALL SELECT 'untrained-user', 'training completed ' || date(s.trained_day * 86400, 'unixepoch') || ', on or before that day, ' || that || ' (' || at_place || ')' FROM p, s, day WHERE s.trained_day <= s.day
UNION ALL SELECT 'access-after-separation', coalesce('separated ' || date(separated_day * 86400, 'unixepoch') || ', not before that day, ' || that, 'the personnel file gives no separation') || ' (' || at_place || ')' FROM p, day
UNION ALL SELECT 'off-hours', 'a duty record from ' || strftime('%Y-%m-%d %H:%M', d.start_at + e.utc_offset * 60, 'unixepoch') || ' to ' || strftime('%Y-%m-%d %H:%M', d.end_at + e.utc_offset * 60, 'unixepoch')
           || ' covers ' || iif(d.start_at <= h.at AND h.at < d.end_at, 'the moment', 'the second moment of the ambiguous time') || ' (' || f.path || ':' || d.line || ')'
      FROM search_with_hours h JOIN event e USING (event) JOIN shift d ON d.account = h.duty_account AND d.on_duty AND (d.start_at <= h.at AND h.at < d.end_at OR d.start_at <= h.at_other AND h.at_other < d.end_at)
      JOIN file f ON f.source = d.source WHERE h.event = ?1
UNION ALL SELECT 'off-hours', printf('the hours of duty given are %02d:%02d to %02d:%02d, which cover the moment', h.shift_start / 60, h.shift_start % 60, h.shift_end / 60, h.shift_end % 60) || coalesce(' (' || (SELECT at_place FROM p) || ')', '')
      FROM search_with_hours h WHERE h.event = ?1 AND h.duty_account IS NULL
UNION ALL SELECT r.column1, 'the purpose is ' || purpose || coalesce(' (' || purpose_detail || ')', '') || coalesce(', by the words "' || nullif(purpose_words, '') || '" of the reason "' || reason_text || '"', '') FROM q, (VALUES ('unstated-purpose'), ('unauthorized-purpose')) r
UNION ALL SELECT 'personal-connection', 'the candidate selected, "' || candidate || '", bears the name of nobody in the personnel file' FROM q WHERE candidate NOT NULL
UNION ALL SELECT 'chief-not-notified', 'a notification of ' || strftime('%Y-%m-%d %H:%M', n.at + e.utc_offset * 60, 'unixepoch') || ' names ' || iif(n.case_key IS NULL, 'no case and this user', 'the case ("' || n.case_number || '")')
           || ' (' || f.path || ':' || n.line || ')'
      FROM q JOIN event e USING (event), limits
      JOIN notice n ON (n.at BETWEEN q.at - hours * 3600 AND q.at OR n.at BETWEEN q.at_other - hours * 3600 AND q.at_other)
       AND CASE WHEN n.case_key IS NULL THEN n.account = q.account OR EXISTS (SELECT 1 FROM account a WHERE a.account = n.account AND a.person = q.person)
                WHEN q.report NOT NULL THEN n.report = q.report ELSE n.case_key = q.case_key END
      JOIN file f ON f.source = n.source
UNION ALL SELECT 'orphan-search', 'linked to report ' || report_number || ' by ' || method || ', confidence ' || printf('%.2f', confidence) FROM q WHERE report NOT NULL
UNION ALL SELECT 'undocumented-use', 'report ' || report_number || ' says "' || (SELECT g.words FROM reading g WHERE g.row = q.use_row AND g.meaning = 'use' ORDER BY g.start LIMIT 1) || '" ('
           || (SELECT f.path || ':' || w.line FROM report_row w JOIN file f USING (source) WHERE w.row = q.use_row) || ')' FROM q WHERE use_row NOT NULL
