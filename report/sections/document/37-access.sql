-- on:    pdf pictures html-charts
-- shows: chart parts
-- title: Approval, training, separation
-- finding: SELECT printf('%,d searches lack an approval, %,d a training', max(exceptions) FILTER (WHERE rule = 'unapproved-access'),
--          max(exceptions) FILTER (WHERE rule = 'untrained-user')) FROM rule WHERE rule IN ('unapproved-access', 'untrained-user')
--          AND status <> 'not tested' HAVING count(*) = 2
-- says:  For each condition of access, how many searches, events or users were tested, how many meet it and how many are exceptions.
-- file:  access
-- size:  full 86
WITH lines (place, rule, name) AS (VALUES
  (1, 'unauthorized-user', 'searches by an authorised user'), (2, 'unapproved-access', 'searches after approval'),
  (3, 'untrained-user', 'searches after training'), (4, 'access-after-separation', 'log rows not after separation'),
  (5, 'not-deactivated', 'leavers whose access ended'), (6, 'shared-credentials', 'accounts not shared'))
SELECT l.name AS label, s.series,
       iif(r.status = 'not tested', 0, iif(s.series = 'exception', r.exceptions, max(0, r.tested - r.exceptions))) AS value,
       iif(s.series = 'exception' AND r.exceptions, 'rule=' || l.rule, NULL) AS key
  FROM lines l JOIN rule r USING (rule) CROSS JOIN (SELECT 1 AS place, 'as required' AS series UNION ALL SELECT 2, 'exception') s
 ORDER BY l.place, s.place
