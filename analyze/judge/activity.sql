-- What happened on each day and under each account, once it is settled which reports document a use.

INSERT INTO day_activity
  SELECT day, in_period, count(*), sum(is_search), sum(report NOT NULL),
         sum(use_row NOT NULL AND report NOT IN (SELECT report FROM understood WHERE question = 'use'
         AND state <> 'said')) FROM event_linked GROUP BY day, in_period;

INSERT INTO account_activity
  SELECT account, count(*), sum(is_search), sum(report NOT NULL),
         sum(use_row NOT NULL AND report NOT IN (SELECT report FROM understood WHERE question = 'use'
         AND state <> 'said')),
         max(coalesce(workstation <> '' AND NOT workstation_withheld, 0)),
           sum(is_search AND coalesce(candidate <> '' AND NOT candidate_withheld, 0))
    FROM event_linked WHERE in_period GROUP BY account;

-- A session may begin before the period: its first search in it is found by the moment, then by the order of reading.
INSERT INTO session_activity
  SELECT s.session, s.account, coalesce(a.owner, -a.account), e.event, e.at, e.last_at, e.first_day, e.last_day,
         (e.at / 60 + e.utc_offset) % 1440,
         e.certain, s.report, s.case_key
    FROM (SELECT x.session, e.event, e.at, e.utc_offset, max(e.at) OVER every AS last_at,
        min(e.day) OVER every AS first_day, max(e.day) OVER every AS last_day,
                 max(e.at_doubt NOT NULL) OVER every = 0 AS certain,
                   row_number() OVER (PARTITION BY x.session ORDER BY e.at, e.event) AS turn
            FROM session_event x JOIN event e USING (event)
              WHERE e.in_period WINDOW every AS (PARTITION BY x.session)) e
    JOIN session s USING (session) JOIN account a ON a.account = s.account
   WHERE e.turn = 1 AND NOT a.withheld;
