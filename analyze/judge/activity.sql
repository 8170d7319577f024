-- What happened on each day and under each account, once it is settled which reports document a use.

INSERT INTO day_activity
  SELECT day, in_period, count(*), sum(is_search), sum(report NOT NULL), sum(use_row NOT NULL AND report NOT IN (SELECT report FROM understood WHERE question = 'use' AND state <> 'said')) FROM event_linked GROUP BY day, in_period;

INSERT INTO account_activity
  SELECT account, count(*), sum(is_search), sum(report NOT NULL), sum(use_row NOT NULL AND report NOT IN (SELECT report FROM understood WHERE question = 'use' AND state <> 'said')),
         max(coalesce(workstation <> '' AND NOT workstation_withheld, 0)), sum(is_search AND coalesce(candidate <> '' AND NOT candidate_withheld, 0))
    FROM event_linked WHERE in_period GROUP BY account;

-- A session may begin before the period: its first search in it is found by the moment, then by the order of reading.
INSERT INTO session_activity
  SELECT s.session, s.account, coalesce(a.person, -a.account), min(e.at << 32 | e.event) & 4294967295, min(e.at), max(e.at), min(e.day), max(e.day), 0,
         max(e.at_doubt NOT NULL) = 0, s.report, s.case_key
    FROM session_event x JOIN event e USING (event) JOIN session s USING (session) JOIN account a ON a.account = s.account
   WHERE e.in_period AND NOT a.withheld GROUP BY s.session;
UPDATE session_activity SET minute = (SELECT (e.at / 60 + e.utc_offset) % 1440 FROM event e WHERE e.event = session_activity.event);
