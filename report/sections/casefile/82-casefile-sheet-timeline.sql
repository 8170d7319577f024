-- on:      dossier-sheets
-- shows:   sheet
-- title:   Timeline
-- says:    Searches and records of duty, in the order of time.
-- columns: text 24, text 14, text 60, text 28
SELECT at AS "When", what AS What, words AS "In words", row AS Row FROM (
  SELECT s.occurred_at AS at, 'search' AS what, coalesce(s.reason_text, '') || coalesce(' (report ' || s.report_number || ')', '') AS words, s.log_row AS row FROM scope_search s
  UNION ALL SELECT strftime('%Y-%m-%dT%H:%M', d.start_at, 'unixepoch') || 'Z', iif(d.on_duty, 'duty', 'away'), coalesce(d.kind, '') || ' until ' || strftime('%Y-%m-%d %H:%M', d.end_at, 'unixepoch') || ' UTC', f.path || ':' || d.line
    FROM shift d JOIN scope_account a USING (account) JOIN source f USING (source)) ORDER BY at, what
