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

WITH limits (seconds) AS (SELECT CAST(value AS INTEGER) * 60 FROM setting WHERE section = 'thresholds' AND key = 'shared_minutes'),
near AS (
  SELECT account, user_id, who, occurred_at, at, workstation, source, line, place,
         lag(at) OVER w AS before, lag(workstation) OVER w AS other, lag(occurred_at) OVER w AS other_at, lag(place) OVER w AS other_place
    FROM activity WHERE workstation NOT NULL WINDOW w AS (PARTITION BY account ORDER BY at, event)),
pairs AS (
  SELECT *, count(*) OVER (PARTITION BY account) AS times, row_number() OVER (PARTITION BY account ORDER BY at) AS turn,
         group_concat(other_place || ' ' || place, ' ') OVER (PARTITION BY account) AS places
    FROM near, limits WHERE other <> workstation AND at - before <= seconds)
SELECT user_id AS subject, user_id, NULL AS report_number, occurred_at,
       times || iif(times = 1, ' time', ' times') AS detail,
       who || ' appears on ' || other || ' at ' || other_at || ' and on ' || workstation || ' at ' || occurred_at
           || iif(times > 1, ', and so ' || times || ' times in all.', '.') AS explanation,
       source, line, places AS evidence
  FROM pairs WHERE turn = 1
