-- on:    pdf
-- shows: terms
-- title: Annexes: inputs and reconciliation
-- says:  How the rows of the files become the figures of this report. Each line adds up; so do the figures of its pages.
WITH files AS (SELECT coalesce(sum(rows), 0) AS rows, coalesce(sum(kept), 0) AS kept, coalesce(sum(duplicates), 0) AS duplicates, coalesce(sum(rejected), 0) AS rejected,
                      coalesce(sum(not_data), 0) AS not_data FROM source WHERE kind = 'user_log'),
events AS MATERIALIZED (
  SELECT coalesce(sum(rows), 0) AS all_of, coalesce(sum(rows) FILTER (WHERE in_period), 0) AS inside, coalesce(sum(searches) FILTER (WHERE in_period), 0) AS searches,
         coalesce(sum(linked) FILTER (WHERE in_period), 0) AS linked, coalesce(sum(documented) FILTER (WHERE in_period), 0) AS documented
    FROM day_activity),
severities AS (SELECT group_concat(printf('%,d %s', findings, severity), ' + ') AS words
                 FROM (SELECT * FROM findings_of_severity WHERE findings ORDER BY place))
SELECT 'User log' AS label, printf('%,d rows = %,d kept + %,d duplicates + %,d rejected + %,d not data', rows, kept, duplicates, rejected, not_data) AS text FROM files
UNION ALL SELECT 'Log rows kept', printf('%,d = %,d in the period + %,d before or after it', all_of, inside, all_of - inside) FROM events
UNION ALL SELECT 'In the period', printf('%,d = %,d searches + %,d other actions', inside, searches, inside - searches) FROM events
UNION ALL SELECT 'Searches', printf('%,d = %,d documented + %,d linked to a report that documents no use or is to be read + %,d linked to no report', searches, documented, linked - documented, searches - linked)
            FROM events WHERE EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports')
UNION ALL SELECT 'Findings', printf('%,d', (SELECT coalesce(sum(findings), 0) FROM findings_of_user)) || coalesce(' = ' || words, '')
                 || printf(' = the exceptions of %,d rules', (SELECT count(*) FROM rule WHERE exceptions)) FROM severities
