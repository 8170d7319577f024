-- Two audits side by side: main is this one, earlier the one before it.

CREATE TEMP VIEW year AS
  SELECT 'now' AS which, (SELECT value FROM main.setting WHERE section = 'period' AND key = 'from') AS first, (SELECT value FROM main.setting WHERE section = 'period' AND key = 'to') AS last,
         (SELECT value FROM main.setting WHERE section = 'run' AND key = 'fingerprint') AS fingerprint, (SELECT value FROM main.setting WHERE section = 'run' AND key = 'version') AS version
  UNION ALL SELECT 'then', (SELECT value FROM earlier.setting WHERE section = 'period' AND key = 'from'), (SELECT value FROM earlier.setting WHERE section = 'period' AND key = 'to'),
         (SELECT value FROM earlier.setting WHERE section = 'run' AND key = 'fingerprint'), (SELECT value FROM earlier.setting WHERE section = 'run' AND key = 'version');

CREATE TEMP VIEW share_of AS      -- what each kind of input covers
  SELECT k.kind, k.words, n.share AS now, t.share AS then_share FROM main.kind k LEFT JOIN main.audit_coverage n ON n.kind = k.kind LEFT JOIN earlier.audit_coverage t ON t.kind = k.kind;

CREATE TEMP TABLE rule_pair AS    -- each rule in both, and why its figures cannot be compared; NULL: they can
  SELECT n.place, n.clause, n.title, n.rule, w.unit, n.status, t.status AS then_status, n.tested, n.exceptions, t.tested AS then_tested, t.exceptions AS then_exceptions,
         CASE WHEN t.rule IS NULL THEN 'the rule is new'
              WHEN n.status NOT IN ('compliant', 'exceptions', 'to be read') AND n.tested = 0 THEN 'not tested this year'
              WHEN t.status NOT IN ('compliant', 'exceptions', 'to be read') AND t.tested = 0 THEN 'not tested then'
              WHEN n.text <> t.text THEN 'the rule itself changed'
              WHEN n.threshold <> '' AND (SELECT value FROM main.setting WHERE section = 'thresholds' AND key = substr(n.threshold, 1, instr(n.threshold || ' ', ' ') - 1))
                   IS NOT (SELECT value FROM earlier.setting WHERE section = 'thresholds' AND key = substr(n.threshold, 1, instr(n.threshold || ' ', ' ') - 1)) THEN 'its threshold changed'
              WHEN instr(n.needs, 'narrative') + instr(n.needs, 'reason') AND (SELECT value FROM main.setting WHERE section = 'run' AND key = 'reading_sha256')
                   IS NOT (SELECT value FROM earlier.setting WHERE section = 'run' AND key = 'reading_sha256') THEN 'the reading of words changed'
              ELSE (SELECT 'the ' || s.words || ' covered ' || printf('%.0f %%', 100 * coalesce(s.then_share, 0)) || ' then, ' || printf('%.0f %%', 100 * coalesce(s.now, 0)) || ' now'
                      FROM share_of s WHERE instr(n.needs, s.kind) AND abs(coalesce(s.now, 0) - coalesce(s.then_share, 0)) > 0.1 LIMIT 1) END AS why
    FROM main.rule n JOIN main.rule_words w USING (place) LEFT JOIN earlier.rule t ON t.rule = n.rule WHERE n.rule NOT NULL;

CREATE TEMP TABLE rate (          -- filled in C: what may be said of each pair
  place INTEGER NOT NULL, what TEXT NOT NULL, now TEXT NOT NULL, then_words TEXT NOT NULL, words TEXT NOT NULL) STRICT;

CREATE TEMP VIEW figure AS        -- shares that are compared beside the rules: a part of a whole, in each year
  SELECT 1 AS place, 'Searches that a report documents' AS what, 'incident_reports' AS kind, (SELECT sum(use_row NOT NULL) FROM main.search) AS part, (SELECT count(*) FROM main.search) AS whole,
         (SELECT sum(use_row NOT NULL) FROM earlier.search) AS then_part, (SELECT count(*) FROM earlier.search) AS then_whole
  UNION ALL SELECT 2, 'Searches linked weakly (below 0.6), of those linked', 'incident_reports', (SELECT sum(confidence < 0.6) FROM main.search WHERE report NOT NULL), (SELECT count(*) FROM main.search WHERE report NOT NULL),
         (SELECT sum(confidence < 0.6) FROM earlier.search WHERE report NOT NULL), (SELECT count(*) FROM earlier.search WHERE report NOT NULL)
  UNION ALL SELECT 3, 'Searches with any finding on them', 'user_log', (SELECT count(DISTINCT subject) FROM main.finding WHERE subject_kind = 'event'), (SELECT count(*) FROM main.search),
         (SELECT count(DISTINCT subject) FROM earlier.finding WHERE subject_kind = 'event'), (SELECT count(*) FROM earlier.search)
  UNION ALL SELECT 4, 'Accounts that searched with any finding', 'user_log', (SELECT count(DISTINCT lower(f.user_id)) FROM main.finding f WHERE lower(f.user_id) IN (SELECT lower(user_id) FROM main.search)),
         (SELECT count(DISTINCT lower(user_id)) FROM main.search), (SELECT count(DISTINCT lower(f.user_id)) FROM earlier.finding f WHERE lower(f.user_id) IN (SELECT lower(user_id) FROM earlier.search)), (SELECT count(DISTINCT lower(user_id)) FROM earlier.search);

CREATE TEMP TABLE account_pair AS -- accounts that searched in either year; names of those whose matters were all unfounded are left out
  SELECT k.key AS user_id, n.searches AS now, t.searches AS then_searches, coalesce(fn.findings, 0) AS findings, coalesce(ft.findings, 0) AS then_findings,
         CASE WHEN t.searches IS NULL THEN 'came' WHEN n.searches IS NULL THEN 'left' ELSE 'both' END AS state
    FROM (SELECT lower(user_id) AS key FROM main.search WHERE user_id NOT NULL UNION SELECT lower(user_id) FROM earlier.search WHERE user_id NOT NULL) k
    LEFT JOIN (SELECT lower(user_id) AS key, count(*) AS searches FROM main.search GROUP BY 1) n USING (key)
    LEFT JOIN (SELECT lower(user_id) AS key, count(*) AS searches FROM earlier.search GROUP BY 1) t USING (key)
    LEFT JOIN (SELECT lower(user_id) AS key, count(*) AS findings FROM main.finding WHERE disposition IS NOT 'unfounded' GROUP BY 1) fn USING (key)
    LEFT JOIN (SELECT lower(user_id) AS key, count(*) AS findings FROM earlier.finding WHERE disposition IS NOT 'unfounded' GROUP BY 1) ft USING (key);

CREATE TEMP TABLE recurring AS    -- a rule that names the same account in both years
  SELECT n.key AS user_id, n.rule, n.clause, n.findings, t.findings AS then_findings, t.answers AS then_answers
    FROM (SELECT lower(user_id) AS key, rule, clause, count(*) AS findings FROM main.audit_finding WHERE user_id NOT NULL AND severity <> 'info' AND disposition IS NOT 'unfounded' GROUP BY 1, 2) n
    JOIN (SELECT lower(user_id) AS key, rule, count(*) AS findings, group_concat(DISTINCT disposition) AS answers FROM earlier.audit_finding
           WHERE user_id NOT NULL AND severity <> 'info' AND disposition IS NOT 'unfounded' GROUP BY 1, 2) t ON t.key = n.key AND t.rule = n.rule;

CREATE TEMP TABLE answered_then AS -- what people answered then, and what this audit finds of the same rule and account
  SELECT d.id, coalesce(f.rule, '') AS rule, lower(coalesce(f.user_id, m.user_id)) AS user_id, d.disposition, d.decided_by, d.decided_on, d.due, d.state
    FROM earlier.audit_disposition d LEFT JOIN earlier.audit_finding f ON f.finding_id = d.id LEFT JOIN earlier.audit_matter m ON m.matter_id = d.id
   WHERE d.state IN ('applied', 'changed') AND (f.finding_id NOT NULL OR m.matter_id NOT NULL);

CREATE TEMP VIEW tested_again AS  -- what this audit finds where somebody answered then
  SELECT a.id,
       CASE WHEN a.user_id IS NULL THEN 'of no account: not tested again'
            WHEN a.user_id NOT IN (SELECT lower(user_id) FROM main.search WHERE user_id NOT NULL) THEN 'the account does not search any more: not testable'
            WHEN a.rule <> '' AND EXISTS (SELECT 1 FROM main.finding f WHERE f.rule = a.rule AND lower(f.user_id) = a.user_id) THEN 'recurs: the same rule names the account again'
            WHEN a.rule <> '' AND (SELECT tested FROM main.rule r WHERE r.rule = a.rule) = 0 THEN 'not tested this year'
            WHEN a.rule <> '' THEN 'holds: the rule does not name the account'
            WHEN EXISTS (SELECT 1 FROM main.audit_matter m WHERE m.matter_id = a.id) THEN 'recurs: the same matter stands again'
            ELSE 'holds: the matter does not stand again' END AS words
    FROM answered_then a;

CREATE TEMP TABLE late_entry AS   -- days of last year's period that last year's personnel file did not have
  SELECT n.user_key AS user_id, e.what, e.day, n.source, n.line, t.source AS then_source, t.line AS then_line
    FROM main.person n JOIN earlier.person t USING (user_key)
    JOIN (SELECT person, 'access approved' AS what, approved_day AS day FROM main.person UNION ALL SELECT person, 'training completed', trained_day FROM main.person) e ON e.person = n.person
   WHERE e.day NOT NULL AND e.day <= CAST(strftime('%s', (SELECT last FROM year WHERE which = 'then')) / 86400 AS INTEGER)
     AND CASE e.what WHEN 'access approved' THEN t.approved_day ELSE t.trained_day END IS NOT e.day;

CREATE TEMP VIEW year_words AS -- the two years in words, in their order
SELECT 'Period' AS what, (SELECT first || ' to ' || last FROM year WHERE which = 'then') AS then_words, (SELECT first || ' to ' || last FROM year WHERE which = 'now') AS now_words
UNION ALL SELECT 'Searches', (SELECT printf('%,d', count(*)) FROM earlier.search), (SELECT printf('%,d', count(*)) FROM main.search)
UNION ALL SELECT 'Searches for each day that the log covers', (SELECT printf('%.2f', 1.0 * (SELECT count(*) FROM earlier.search) / max(1, days)) FROM earlier.coverage_kind WHERE kind = 'user_log'),
       (SELECT printf('%.2f', 1.0 * (SELECT count(*) FROM main.search) / max(1, days)) FROM main.coverage_kind WHERE kind = 'user_log')
UNION ALL SELECT 'Accounts that searched', (SELECT printf('%,d', count(DISTINCT lower(user_id))) FROM earlier.search), (SELECT printf('%,d', count(DISTINCT lower(user_id))) FROM main.search)
UNION ALL SELECT 'Matters above info', (SELECT printf('%,d', count(*)) FROM earlier.audit_matter WHERE findings AND severity <> 'info'), (SELECT printf('%,d', count(*)) FROM main.audit_matter WHERE findings AND severity <> 'info')
UNION ALL SELECT 'Answered; sustained', (SELECT printf('%,d; %,d', sum(disposition NOT NULL AND disposition NOT IN ('referred', 'pending')), coalesce(sum(disposition = 'sustained'), 0)) FROM earlier.finding),
       (SELECT printf('%,d; %,d', sum(disposition NOT NULL AND disposition NOT IN ('referred', 'pending')), coalesce(sum(disposition = 'sustained'), 0)) FROM main.finding);

CREATE TEMP VIEW changed AS -- what else changed between them
SELECT what AS what, coalesce(then_value, 'none') AS then_words, coalesce(now_value, 'none') AS now_words FROM (
  SELECT 1 AS turn, 'Program' AS what, (SELECT version FROM year WHERE which = 'then') AS then_value, (SELECT version FROM year WHERE which = 'now') AS now_value
  UNION ALL SELECT 2, 'Reading of words (SHA-256)', (SELECT substr(value, 1, 16) FROM earlier.setting WHERE section = 'run' AND key = 'reading_sha256'), (SELECT substr(value, 1, 16) FROM main.setting WHERE section = 'run' AND key = 'reading_sha256')
  UNION ALL SELECT 3, 'Rule ' || coalesce(n.rule, t.rule), iif(t.rule IS NULL, NULL, 'another text, or none'), iif(n.rule IS NULL, NULL, n.path) FROM main.rule n LEFT JOIN earlier.rule t ON t.rule = n.rule WHERE n.rule NOT NULL AND n.text IS NOT t.text
  UNION ALL SELECT 4, '[' || n.section || '] ' || n.key, t.value, n.value FROM main.setting n LEFT JOIN earlier.setting t ON t.section = n.section AND t.key = n.key
    WHERE n.section NOT IN ('run', 'period', 'inputs', 'provenance', 'coverage') AND n.value IS NOT t.value
  UNION ALL SELECT 4, '[' || t.section || '] ' || t.key, t.value, NULL FROM earlier.setting t WHERE t.section NOT IN ('run', 'period', 'inputs', 'provenance', 'coverage')
    AND NOT EXISTS (SELECT 1 FROM main.setting n WHERE n.section = t.section AND n.key = t.key)
  UNION ALL SELECT 5, 'Days that the ' || words || ' covers', iif(then_share IS NULL, 'not supplied', printf('%.0f %%', 100 * then_share)), iif(now IS NULL, 'not supplied', printf('%.0f %%', 100 * now)) FROM share_of
    WHERE abs(coalesce(now, 0) - coalesce(then_share, 0)) > 0.01)
 WHERE then_value IS NOT now_value ORDER BY turn, what;
