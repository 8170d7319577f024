-- rule:     personnel-incomplete
-- clause:   32.6.1
-- title:    The personnel file has every account of the log
-- severity: info
-- subject:  user
-- examines: log_account
-- needs:    personnel
-- matter:   account access
-- tells:    is not in the personnel file, which may be incomplete
-- says:     Only officers assigned to the Criminal Investigations Unit, or authorised by the Chief or designee, may
--           access the system.
-- means:    An account without a row in the personnel file, where more than three accounts and more than a tenth of
--           the log's have none, so that the file may be incomplete. The rules about access say nothing of these
--           accounts.
-- innocent: The export holds one unit or the members of one day; accounts are spelled otherwise there; rows were cut
--           off.
-- remedy:   Have the personnel export list everybody with an account, past and present, with the user id as the
--           system spells it.

SELECT u.user_id AS subject, u.user_id, NULL AS report_number, e.occurred_at, u.rows
       || iif(u.rows = 1, ' row', ' rows') AS detail,
       u.who || ' has ' || u.rows || iif(u.rows = 1, ' row', ' rows')
         || ' in the log and none in the personnel file, which lacks '
             || (SELECT count(*) FROM unlisted_account) || ' of the log''s ' || (SELECT count(*) FROM log_account)
             || ' accounts and may be incomplete: whether it had access was not tested.' AS explanation,
       e.source, e.line, e.source || ':' || e.line AS evidence
  FROM unlisted_account u
  JOIN (SELECT account, event, row_number() OVER (PARTITION BY account ORDER BY at, event) AS nth FROM event
         WHERE in_period AND account IN (SELECT account FROM unlisted_account)) f ON f.account = u.account AND f.nth = 1
  JOIN event e ON e.event = f.event;

-- otherwise:
SELECT 'does not fire' AS verdict, iif(?1 > 0, 'the account is in the personnel file',
                                       'too few accounts are missing from the personnel file to call it incomplete') AS words
 WHERE NOT EXISTS (SELECT 1 FROM unlisted_account u WHERE u.owner = ?1);
