-- on:    compare-sheets
-- shows: sheet
-- title: The two years
-- says:  Both are complete audits: a difference is a fact. Where it says that chance may make it, a year that was run the same way would often differ as much.
-- columns: text 34, text 34, text 34
SELECT 'Period' AS What, (SELECT first || ' to ' || last FROM year WHERE which = 'then') AS "Then", (SELECT first || ' to ' || last FROM year WHERE which = 'now') AS "Now"
UNION ALL SELECT 'Searches', (SELECT printf('%,d', count(*)) FROM earlier.search), (SELECT printf('%,d', count(*)) FROM main.search)
UNION ALL SELECT 'Searches for each day that the log covers', (SELECT printf('%.2f', 1.0 * (SELECT count(*) FROM earlier.search) / max(1, days)) FROM earlier.coverage_kind WHERE kind = 'user_log'),
       (SELECT printf('%.2f', 1.0 * (SELECT count(*) FROM main.search) / max(1, days)) FROM main.coverage_kind WHERE kind = 'user_log')
UNION ALL SELECT 'Accounts that searched', (SELECT printf('%,d', count(DISTINCT lower(user_id))) FROM earlier.search), (SELECT printf('%,d', count(DISTINCT lower(user_id))) FROM main.search)
UNION ALL SELECT 'Matters above info', (SELECT printf('%,d', count(*)) FROM earlier.audit_matter WHERE findings AND severity <> 'info'), (SELECT printf('%,d', count(*)) FROM main.audit_matter WHERE findings AND severity <> 'info')
UNION ALL SELECT 'Answered; sustained', (SELECT printf('%,d; %,d', sum(disposition NOT NULL AND disposition NOT IN ('referred', 'pending')), coalesce(sum(disposition = 'sustained'), 0)) FROM earlier.finding),
       (SELECT printf('%,d; %,d', sum(disposition NOT NULL AND disposition NOT IN ('referred', 'pending')), coalesce(sum(disposition = 'sustained'), 0)) FROM main.finding)
