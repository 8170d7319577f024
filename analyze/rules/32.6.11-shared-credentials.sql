-- rule:     shared-credentials
-- clause:   32.6.11(3)
-- title:    User names and passwords are not shared
-- severity: high
-- subject:  user
-- examines: account_with_workstation
-- needs:    user_log.workstation
-- says:     User names and passwords are not shared.
-- means:    Two log rows of one account on two workstations no more than 15 minutes apart.
-- innocent: The user walked to another desk, used a remote session or a laptop beside a desktop; the workstation was renamed.

WITH limits (ms) AS (SELECT CAST(value AS INTEGER) * 60000 FROM setting WHERE section = 'thresholds' AND key = 'shared_minutes'),
near AS (  -- rows with another of the account within the limit, with the workstation of the row before
  SELECT account, event, at * 1000 + at_ms AS at, upper(trim(workstation)) AS desk, lag(at * 1000 + at_ms) OVER w AS before,
         lag(upper(trim(workstation))) OVER w AS other_desk, lag(event) OVER w AS other
    FROM event_soon CROSS JOIN activity USING (event) WHERE workstation NOT NULL WINDOW w AS (PARTITION BY account ORDER BY at, at_ms, event)),
pairs AS (  -- of each account the first pair, by min(), and how many there are
  SELECT n.event, n.other, min(n.at), count(*) AS times, group_concat(o.source || ':' || o.line || ' ' || e.source || ':' || e.line, ' ') AS places
    FROM near n JOIN limits JOIN event e USING (event) JOIN event o ON o.event = n.other
   WHERE other_desk <> desk AND n.at - before <= ms GROUP BY n.account)
SELECT v.user_id AS subject, v.user_id, NULL AS report_number, v.occurred_at,
       times || iif(times = 1, ' time', ' times') AS detail,
       v.who || ' appears on ' || o.workstation || ' at ' || o.occurred_at || ' and on ' || v.workstation || ' at ' || v.occurred_at
           || iif(times > 1, ', and so ' || times || ' times in all.', '.') AS explanation,
       v.source, v.line, places AS evidence
  FROM pairs p JOIN activity v ON v.event = p.event JOIN activity o ON o.event = p.other
