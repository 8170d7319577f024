-- on:      pdf html-charts
-- shows:   table
-- title:   Days from separation to deactivation
-- level:   3
-- columns: text 26, text 18, day 14, day 16, count 16, count 18
-- most:    12
-- rest:    in the table person of audit.db
WITH after AS (SELECT lower(user_id) AS user_id, sum(findings) AS rows FROM findings_of_user JOIN rule USING (place) WHERE rule = 'access-after-separation' GROUP BY 1)
SELECT coalesce(nullif(trim(coalesce(p.first_name, '') || ' ' || coalesce(p.last_name, '')), ''), '–') AS Name, p.user_id AS User,
       date(p.separated_day * 86400, 'unixepoch') AS Separated,
       CASE WHEN (SELECT status FROM rule WHERE rule = 'not-deactivated') = 'not tested' THEN 'not known'
            ELSE coalesce(date(p.deactivated_day * 86400, 'unixepoch'), 'no date') END AS Deactivated,
       p.deactivated_day - p.separated_day AS "Days between", coalesce(a.rows, 0) AS "Log rows after"
  FROM separated_person p LEFT JOIN after a ON a.user_id = lower(p.user_id)
 ORDER BY p.deactivated_day NOT NULL, p.deactivated_day - p.separated_day DESC, p.separated_day, p.user_id
