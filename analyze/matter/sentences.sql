-- What is found in each matter, in one sentence: who, what, how often, from when to when, and by which fact or row.

CREATE TEMP TABLE told AS         -- what each rule finds in a matter, the worst first; K of N with the account as actor, or of those about the report or the log
  SELECT *, row_number() OVER part AS k, count(*) OVER (PARTITION BY matter_id, by_account) AS n, row_number() OVER (PARTITION BY matter_id ORDER BY severity, place) AS worst
    FROM (SELECT g.matter_id, g.kind, g.place, min(v.place) AS severity, r.subject IN ('event', 'user') AND coalesce(r.matter, '') NOT LIKE 'log %' AS by_account,
                 coalesce(r.tells, 'is named by the rule ' || r.rule) AS tells, count(*) AS times, min(g.user_id) AS user_id,
                 min(g.detail) AS detail, 1 + (min(g.detail) <> max(g.detail)) AS details, min(g.number) AS finding
            FROM ground g JOIN rule r USING (place) JOIN severity v ON v.severity = iif(g.detail = r.graver_detail, r.graver, r.severity) WHERE g.what = 'finding' GROUP BY g.matter_id, g.place)
  WINDOW part AS (PARTITION BY matter_id, by_account ORDER BY severity, place);

CREATE INDEX temp.told_of_matter ON told (matter_id, worst);

UPDATE told SET details = (SELECT count(DISTINCT detail) FROM ground g WHERE g.what = 'finding' AND g.matter_id = told.matter_id AND g.place = told.place) WHERE details > 1;
UPDATE told SET detail = (        -- two or three that differ are all said, more are not
  SELECT group_concat(detail, '; ')
    FROM (SELECT detail FROM ground g WHERE g.what = 'finding' AND g.matter_id = told.matter_id AND g.place = told.place GROUP BY detail ORDER BY min(number)))
 WHERE details IN (2, 3) AND kind IN ('account', 'log');
UPDATE told SET detail = '' WHERE details > 3;

CREATE TEMP TABLE phrase AS       -- the same, joined: "searched off duty 3 times and gave a reason that ..."; what all of them did equally often is said at the end
  SELECT matter_id, by_account, group_concat(words, '') || iif(max(alike) AND max(times) > 1, ', each ' || max(often), '') AS words
    FROM (SELECT matter_id, by_account, alike, times, often,
                 CASE WHEN k = 1 THEN '' WHEN k = n THEN ' and ' ELSE ', ' END || replace(replace(tells, ' ({})', iif(detail = '', '', ' ({})')), '{}', detail) || iif(times > 1 AND by_account AND NOT alike, ' ' || often, '') AS words
            FROM (SELECT *, by_account AND n > 1 AND min(times) OVER one = max(times) OVER one AS alike, iif(by_account, iif(times = 2, 'twice', times || ' times'), '') AS often
                    FROM told WINDOW one AS (PARTITION BY matter_id, by_account)) ORDER BY matter_id, by_account, k)
   GROUP BY matter_id, by_account;
CREATE UNIQUE INDEX temp.phrase_of_matter ON phrase (matter_id, by_account);

CREATE TEMP TABLE span AS         -- when, and of how many days
  SELECT matter_id, min(kind) AS kind, min(occurred_at) AS first_at, max(occurred_at) AS last_at, sum(what = 'finding') AS findings, sum(what = 'passage') AS passages,
         min(user_id) AS user_id, min(iif(what = 'passage', number, NULL)) AS passage FROM ground GROUP BY matter_id;
