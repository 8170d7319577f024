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
near AS (
  SELECT account, user_id, who, occurred_at, at * 1000 + at_ms AS at, workstation, source, line, place,
         lag(at * 1000 + at_ms) OVER w AS before, lag(workstation) OVER w AS other, lag(occurred_at) OVER w AS other_at, lag(place) OVER w AS other_place
    FROM activity WHERE workstation NOT NULL WINDOW w AS (PARTITION BY account ORDER BY at, at_ms, event)),
pairs AS (  -- of each account the first pair, by min(), and how many there are
  SELECT near.*, min(at), count(*) AS times, group_concat(other_place || ' ' || place, ' ') AS places
    FROM near, limits WHERE upper(trim(other)) <> upper(trim(workstation)) AND at - before <= ms GROUP BY account)
SELECT user_id AS subject, user_id, NULL AS report_number, occurred_at,
       times || iif(times = 1, ' time', ' times') AS detail,
       who || ' appears on ' || other || ' at ' || other_at || ' and on ' || workstation || ' at ' || occurred_at
           || iif(times > 1, ', and so ' || times || ' times in all.', '.') AS explanation,
       source, line, places AS evidence
  FROM pairs
