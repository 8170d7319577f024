-- on:      row
-- shows:   lines
WITH place (source, line) AS (VALUES (?1, ?2))
SELECT 'log row ' || e.name, e.occurred_at || ', user "' || a.user_id || '"' || coalesce(', action "' || e.action || '"', '') || coalesce(', workstation ' || iif(e.workstation_withheld, '(withheld)', '"' || e.workstation || '"'), '')
       || coalesce(', case number ' || iif(e.case_withheld, '(withheld)', '"' || e.case_number || '"'), '') || coalesce(', reason ' || iif(e.reason_withheld, '(withheld)', '"' || r.text || '"'), '')
       || coalesce(', probe image ' || iif(e.probe_withheld, '(withheld)', '"' || e.probe || '"'), '') || coalesce(', candidate selected ' || iif(e.candidate_withheld, '(withheld)', '"' || e.candidate || '"'), '')
  FROM place JOIN event e USING (source, line) JOIN account a USING (account) LEFT JOIN reason r ON r.reason = e.reason
UNION ALL SELECT 'report row', 'number "' || w.number || '"' || coalesce(', supplement "' || nullif(w.supplement, '') || '"', '') || coalesce(', ' || at_text, '') || coalesce(', type ' || iif(type_withheld, '(withheld)', '"' || type || '"'), '')
       || coalesce(', officer ' || iif(officer_withheld, '(withheld)', '"' || officer || '"'), '') || coalesce(', supervisor ' || iif(supervisor_withheld, '(withheld)', '"' || supervisor || '"'), '')
       || coalesce(', approved ' || iif(approved_withheld, '(withheld)', '"' || approved || '"'), '') || coalesce(', narrative ' || iif(narrative_withheld, '(withheld)', '"' || coalesce(n.text, iif(narrated IS NULL, NULL, '')) || '"'), '')
  FROM place JOIN report_row w USING (source, line) LEFT JOIN narrative n USING (row)
UNION ALL SELECT 'personnel row', 'user "' || user_id || '"' || coalesce(', employee id "' || employee_id || '"', '') || ', ' || coalesce(first_name || ' ', '') || coalesce(last_name, '') || coalesce(', rank "' || rank || '"', '')
       || ', access approved ' || coalesce(date(approved_day * 86400, 'unixepoch'), '(no date)') || ', training ' || coalesce(date(trained_day * 86400, 'unixepoch'), '(no date)')
       || ', separated ' || coalesce(date(separated_day * 86400, 'unixepoch'), '(no date)') || ', access deactivated ' || coalesce(date(deactivated_day * 86400, 'unixepoch'), '(no date)')
  FROM place JOIN person USING (source, line)
UNION ALL SELECT 'assignment', 'user "' || p.user_id || '", unit ' || coalesce('"' || unit || '"', '(none)') || ' from ' || coalesce(date(from_day * 86400, 'unixepoch'), '(no date)') || ' to ' || coalesce(date(to_day * 86400, 'unixepoch'), '(no date)')
  FROM place JOIN assignment t USING (source, line) JOIN person p USING (person)
UNION ALL SELECT 'notification', strftime('%Y-%m-%dT%H:%M:%SZ', at, 'unixepoch') || coalesce(', "' || notified || '"', '') || coalesce(', by ' || method, '') || coalesce(', user "' || user_id || '"', '') || coalesce(', case "' || case_number || '"', '') || coalesce(', subject "' || subject || '"', '')
  FROM place JOIN notice USING (source, line)
UNION ALL SELECT 'duty record', 'user "' || user_id || '", ' || strftime('%Y-%m-%dT%H:%M:%SZ', start_at, 'unixepoch') || ' to ' || strftime('%Y-%m-%dT%H:%M:%SZ', end_at, 'unixepoch') || coalesce(', "' || kind || '"', '') || iif(on_duty, '', ' (no duty)')
  FROM place JOIN shift USING (source, line)
UNION ALL SELECT 'disposition', 'of ' || id || ', "' || disposition || '"' || coalesce(', "' || note || '"', '') FROM place JOIN disposition USING (source, line)
UNION ALL SELECT 'rejected row', reason || '; as written in the file: ' || raw FROM place JOIN reject USING (source, line)
UNION ALL SELECT 'duplicate row', 'the same as ' || s.path || ':' || of_line || ', and counted there' FROM place JOIN duplicate d USING (source, line) JOIN source s ON s.source = d.of_source
UNION ALL SELECT 'not data', what || '; as written in the file: ' || raw FROM place JOIN not_data USING (source, line)
UNION ALL SELECT 'not evaluated', what || ': ' || why FROM place JOIN unevaluated USING (source, line)
UNION ALL SELECT 'evidence of', finding_id || ' ' || f.rule || ': ' || f.explanation FROM place p JOIN evidence v ON v.source = p.source AND v.line = p.line JOIN finding f USING (finding)
           WHERE ?3
