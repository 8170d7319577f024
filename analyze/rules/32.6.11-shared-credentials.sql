-- rule:     shared-credentials
-- clause:   32.6.11(3)
-- title:    User names and passwords are not shared
-- severity: high
-- subject:  user
-- examines: account_with_workstation
-- outside:  workstation_outside
-- needs:    user_log.workstation
-- matter:   account sharing
-- tells:    was used on two workstations at nearly the same time
-- says:     User names and passwords are not shared.
-- means:    Two log rows of one account on two workstations no more than 15 minutes apart. Spellings of one name are
--           one workstation; a row without a time of day, or in the hour that the clock repeats, is not tested.
-- innocent: The user walked to another desk, used a remote session or a laptop beside a desktop; the workstation was
--           renamed.
-- remedy:   Ask the host for a second factor and for one session at a time, and remind members to sign out when they
--           leave a desk.
-- limit:    shared_minutes 15: time enough to walk to another desk, too little to drive to another building

WITH steps AS (  -- each row of an account with the row before it
  SELECT account, event, at * 1000 + at_ms AS at, lag(event) OVER rows AS before,
         lag(at * 1000 + at_ms) OVER rows AS before_at,
         machine, lag(machine) OVER rows AS before_machine
    FROM at_workstation WHERE latest_at = at WINDOW rows AS (PARTITION BY account ORDER BY at, at_ms, event)),
pairs AS (  -- of each account the first pair, by min(), and how many there are
  SELECT s.event, s.before, min(s.at), count(*) AS times, group_concat(o.source || ':' || o.line || ' ' || e.source
                                                            || ':' || e.line, ' ') AS places
    FROM steps s CROSS JOIN event o ON o.event = s.before JOIN event e ON e.event = s.event
   WHERE s.at - s.before_at <= (SELECT shared_minutes * 60000 FROM threshold) AND s.machine <> s.before_machine
   GROUP BY s.account)
SELECT v.user_id AS subject, v.user_id, NULL AS report_number, v.occurred_at,
       times || iif(times = 1, ' time', ' times') AS detail,
       v.who || ' appears on ' || o.workstation || ' at ' || o.occurred_at || ' and on ' || v.workstation || ' at '
         || v.occurred_at
           || iif(times > 1, ', and so ' || times || ' times in all.', '.') AS explanation,
       v.source, v.line, places AS evidence
  FROM pairs p JOIN activity v ON v.event = p.event JOIN activity o ON o.event = p.before;

-- otherwise:
WITH near AS (  -- rows of an account with the row before each
  SELECT account, at - lag(at) OVER rows AS gap, workstation, lag(workstation) OVER rows AS other, machine,
         lag(machine) OVER rows AS other_machine, occurred_at FROM at_workstation
   WHERE account IN (SELECT account FROM account WHERE owner = ?1)
         AND latest_at = at WINDOW rows AS (PARTITION BY account ORDER BY at, at_ms, event))
SELECT 'not tested' AS verdict, 'no row of this account in the period states a workstation and a certain time' AS words
 WHERE ?1 NOT NULL AND NOT EXISTS (SELECT 1 FROM near)
UNION ALL SELECT 'does not fire', coalesce((
  SELECT 'the nearest two rows on different workstations are ' || (gap / 60) || ' minutes apart (' || other
         || ', then ' || workstation || ' at ' || occurred_at
         || '); more than ' || (SELECT shared_minutes FROM threshold) || ' do not count'
    FROM near WHERE other_machine <> machine ORDER BY gap LIMIT 1),
         'no two successive rows are on different workstations')
 WHERE EXISTS (SELECT 1 FROM near);
