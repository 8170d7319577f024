-- rule:     generic-account
-- clause:   32.6.11(3)
-- title:    Each account is one person's
-- severity: low
-- subject:  user
-- examines: log_account
-- needs:    user_log
-- matter:   account sharing
-- tells:    has a name like that of a place or a job
-- says:     User names and passwords are not shared.
-- means:    An account that is named after a place, a unit or a job (admin, desk, unit, intake, kiosk, training,
--           records, ...), by its id or the name that the log gives, and that the personnel file gives to nobody of
--           first and last name.
-- innocent: A service account that no person uses; a test account of the host; a person of that name.
-- remedy:   Ask the host to replace it by one account for each person, and to close it.

SELECT a.user_id AS subject, a.user_id, NULL AS report_number, e.occurred_at,
       a.rows || iif(a.rows = 1, ' row', ' rows') AS detail,
       a.who || ' has a name like that of a place or a job, and no personnel record gives it to a person; it has '
         || a.rows
         || iif(a.rows = 1, ' row', ' rows') || ' in the log, ' || a.searches || ' of them '
         || iif(a.searches = 1, 'a search.', 'searches.') AS explanation,
       e.source, e.line, e.source || ':' || e.line AS evidence
  FROM log_account a JOIN account n USING (account) LEFT JOIN person p ON p.person = a.person
  JOIN event e ON e.event = (SELECT x.event FROM event x WHERE x.account = a.account AND x.in_period
                              ORDER BY x.at, x.event LIMIT 1)
 WHERE (coalesce(trim(p.first_name), '') = '' OR coalesce(trim(p.last_name), '') = '')
   AND EXISTS (SELECT 1 FROM shared_name w
                WHERE ' ' || lower(replace(replace(replace(a.user_id, '_', ' '), '-', ' '), '.', ' '))
                  || ' ' LIKE w.words
                   OR ' ' || lower(coalesce(n.user_name, '')) || ' ' LIKE w.words);

-- otherwise:
SELECT 'does not fire' AS verdict, 'the personnel file gives the account to '
  || trim(first_name || ' ' || last_name) AS words
  FROM person WHERE person = ?1 AND trim(first_name) <> '' AND trim(last_name) <> ''
UNION ALL SELECT 'does not fire', 'its name is not that of a place or a job' FROM account WHERE owner = ?1
   AND owner NOT IN (SELECT person FROM person WHERE trim(first_name) <> '' AND trim(last_name) <> '') LIMIT 1;
