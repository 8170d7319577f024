-- rule:     not-deactivated
-- clause:   32.6.10
-- title:    Access ends with employment
-- severity: high
-- subject:  user
-- examines: separated_person
-- needs:    personnel, personnel.separated, personnel.access deactivated
-- matter:   account departure
-- tells:    has access on file after its owner's date of separation
-- says:     Access is deactivated immediately on separation from the Department.
-- means:    A separated member whose access was deactivated on a later day, or never before a return.
-- innocent: The host deactivated the account on the day and the list was updated later; the date is that of a
--           periodic clean-up.
-- remedy:   Put the deactivation of the account on the checklist of the last day, and record the day on which the
--           host did it.

SELECT coalesce(login, 'employee ' || nullif(employee_id, ''), name, place) AS subject, login AS user_id,
       NULL AS report_number, separated_on AS occurred_at,
       coalesce((deactivated_day - separated_day) || iif(deactivated_day - separated_day = 1, ' day', ' days'),
           'never') AS detail,
       'By the personnel file ' || coalesce(name || ' (' || login || ')', nullif(user_id, ''), name, 'somebody without a name')
         || ' left on ' || separated_on || coalesce(' and came back on ' || returned_on, '') || '; '
         || coalesce('access was deactivated on ' || deactivated_on || '.',
                     'no date of deactivation ' || iif(returned_on IS NULL, 'is recorded.', 'before that is recorded.'))
         || iif(returned_on NOT NULL OR login IS NULL OR EXISTS (
                SELECT 1 FROM event e JOIN account a USING (account)
                 WHERE a.user_key = lower(login) AND e.day > separated_day), '',
                ' The log has no row of the account after that day.')
         AS explanation,
       source, line, place AS evidence
  FROM separated_person
 WHERE deactivated_day IS NULL OR deactivated_day > separated_day;

-- otherwise:
SELECT 'not tested' AS verdict, 'the account is not matched to the personnel file' AS words
  WHERE ?1 NOT IN (SELECT person FROM person)
UNION ALL SELECT 'does not apply', 'the personnel file gives no separation'
                 || iif(separated_day IS NULL, '', ' by the end of the period')
  FROM person WHERE person = ?1 AND person NOT IN (SELECT person FROM separated_person)
UNION ALL SELECT 'does not fire', 'separated ' || p.separated_on || ', access deactivated ' || p.deactivated_on
                 || ' (' || f.path || ':' || p.line || ')'
  FROM separated_person p JOIN source f ON f.source = p.source WHERE p.person = ?1
       AND p.deactivated_day <= p.separated_day;
