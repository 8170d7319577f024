-- on:    dossier-user dossier-report dossier-subject
-- shows: terms
-- title: Limits
-- level: 2
SELECT 'Clock' AS label, 'Times are local, ' || (SELECT value FROM setting WHERE section = 'agency' AND key = 'timezone') || '; ' || coalesce((SELECT 'the clocks of log and duty system differ by ' || value FROM setting WHERE section = 'provenance' AND key = 'clock_difference'), 'how far the clocks of log and duty system differ was not stated') || '. '
       || (SELECT count(*) FROM scope_search WHERE at_doubt NOT NULL) || ' of these searches have a time in doubt.' AS text
UNION ALL SELECT 'Off-hours by an hour', (SELECT count(*) || ' of ' || (SELECT count(*) FROM scope_finding WHERE rule = 'off-hours') || ' findings of off-hours lie within an hour of duty on record: a clock that is an hour off would make or end them.'
       FROM scope_finding f JOIN event e ON e.name = f.subject JOIN nearest_duty d ON d.event = e.event WHERE f.rule = 'off-hours' AND d.minutes <= 60) WHERE EXISTS (SELECT 1 FROM scope_finding WHERE rule = 'off-hours')
UNION ALL SELECT 'Account and person', 'The log shows the account. Who sat at it, other records would have to show: badge or door, workstation login, dispatch, body camera.'
UNION ALL SELECT 'Coverage', group_concat(k.words || ': ' || coalesce(c.first_at || ' to ' || c.last_at || ', ' || printf('%.0f %%', 100 * c.share) || ' of the days', 'not supplied'), '; ') FROM audit_coverage c JOIN kind k USING (kind)
UNION ALL SELECT 'Rejected rows', (SELECT count(*) FROM reject) || ' rows of the exports could not be read; whose they are is not known for those without a user.'
UNION ALL SELECT 'Tests', (SELECT count(*) FROM rule WHERE status IN ('compliant', 'exceptions', 'to be read')) || ' rules were tested on every search; with so many some fire by chance. Rules that found nothing on this account: '
       || (SELECT count(*) FROM rule r WHERE r.status IN ('compliant', 'exceptions') AND r.rule NOT IN (SELECT rule FROM scope_finding)) || '.'
UNION ALL SELECT 'Settings', 'Rules by SHA-256 ' || coalesce((SELECT substr(value, 1, 16) FROM setting WHERE section = 'run' AND key = 'rules_sha256'), '?') || ', reading of words ' || coalesce((SELECT substr(value, 1, 16) FROM setting WHERE section = 'run' AND key = 'reading_sha256'), '?')
       || ', audit.ini ' || coalesce((SELECT substr(value, 1, 16) FROM setting WHERE section = 'run' AND key = 'ini_sha256'), '?') || '.'
