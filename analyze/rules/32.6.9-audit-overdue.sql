-- rule:     audit-overdue
-- clause:   32.6.9
-- title:    The administrator audits yearly
-- severity: low
-- subject:  log
-- examines: earlier_audit
-- needs:    user_log, earlier_audit
-- tells:    was audited late, or has days that no audit covers ({})
-- says:     The Facial Recognition Administrator audits yearly, with the user logs and other reports, that the system
--           was used only by authorised members for authorised uses.
-- means:    The audit before this one, as its manifest dates it, is longer ago than a year and a month; or days lie
--           between the two periods that neither audit covers.
-- innocent: The days between were audited under another directive, or by hand; the earlier audit is not the last one.
-- remedy:   Set the date of the next audit now, and name who audits the administrator's own use.
-- limit:    audit_days 396: a year, and a month in which to export, run and read it

SELECT 'audit of ' || e.dated AS subject, NULL AS user_id, NULL AS report_number, e.this_dated AS occurred_at,
       iif(e.days > t.audit_days, e.days || ' days', '')
         || iif(e.days > t.audit_days AND e.between_days > 0, '; ', '')
         || iif(e.between_days > 0, e.between_days || iif(e.between_days = 1, ' day', ' days') || ' in no audit', '')
         AS detail,
       'The audit before this one is of ' || e.dated || coalesce(' and covers ' || e.from_date || ' to ' || e.to_date, '')
         || ' (' || e.path || ', manifest ' || e.manifest || '). '
         || iif(e.days > t.audit_days,
                'This one, of ' || e.this_dated || ', comes ' || e.days || ' days later; the directive asks for one a year. ',
                '')
         || iif(e.between_days > 0, 'This one begins on ' || e.this_from || ': ' || e.between_days
                                     || iif(e.between_days = 1, ' day lies', ' days lie') || ' between, in neither. ', '')
         || 'The first row of this log is shown.' AS explanation,
       e.source, e.line, e.source || ':' || e.line AS evidence
  FROM earlier_audit e JOIN threshold t WHERE e.days > t.audit_days OR e.between_days > 0;

-- otherwise:
SELECT 'does not fire' AS verdict, 'the audit before this one is of ' || e.dated || ', ' || e.days
         || ' days before this one; the rule asks for more than ' || (SELECT audit_days FROM threshold) AS words
  FROM earlier_audit e WHERE ?1 NOT NULL;
