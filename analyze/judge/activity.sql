-- What happened on each day and under each account, once it is settled which reports document a use.

INSERT INTO day_activity
  SELECT day, in_period, count(*), sum(is_search), sum(report NOT NULL), sum(use_row NOT NULL AND report NOT IN (SELECT report FROM understood WHERE question = 'use' AND state <> 'said')) FROM event_linked GROUP BY day, in_period;

INSERT INTO account_activity
  SELECT account, count(*), sum(is_search), sum(report NOT NULL), sum(use_row NOT NULL AND report NOT IN (SELECT report FROM understood WHERE question = 'use' AND state <> 'said')),
         max(coalesce(workstation <> '' AND NOT workstation_withheld, 0)), sum(is_search AND coalesce(candidate <> '' AND NOT candidate_withheld, 0))
    FROM event_linked WHERE in_period GROUP BY account;
