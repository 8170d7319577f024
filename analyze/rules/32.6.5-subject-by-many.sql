-- rule:     subject-by-many
-- clause:   32.6.5(1)-(2)
-- title:    One person is not everybody's subject
-- severity: info
-- subject:  event
-- examines: selection
-- needs:    user_log.candidate selected
-- tells:    selected a person whom several users selected
-- says:     No personal use, no harassing or intimidating anyone.
-- means:    One person was selected by four or more users, and not all in searches that one report documents; the
--           finding is on the first selection.
-- innocent: A person wanted in several cases; one case worked by a squad; several people of one name.
-- remedy:   Have a supervisor ask what each user's case was wherever one person is selected by many, above all
--           somebody in the news.
-- limit:    subject_accounts 4: in ten years of other agencies nobody was selected by more than three users

WITH chosen AS (
  SELECT key, count(DISTINCT owner) AS owners, count(DISTINCT session) AS times, max(day) AS last_day, event, min(at)
    FROM selection GROUP BY key HAVING owners >= (SELECT subject_accounts FROM threshold)),
reports AS (  -- a session that no report documents counts as one of its own
  SELECT n.key, count(DISTINCT iif(v.undocumented OR v.report IS NULL, -v.event, v.report)) AS reports
    FROM chosen c JOIN selection n USING (key) JOIN activity v ON v.event = n.event GROUP BY n.key)
SELECT v.name AS subject, NULL AS user_id, v.report_number, v.occurred_at, owners || ' users' AS detail,
       '"' || v.candidate || '" was selected by ' || owners || ' users in ' || times || ' search sessions, from '
         || v.on_date || ' to ' || date(c.last_day * 86400, 'unixepoch') || '.' AS explanation,
       v.source, v.line, (SELECT group_concat(n.place, ' ') FROM selection n WHERE n.key = c.key) AS evidence
  FROM chosen c JOIN reports r USING (key) JOIN activity v ON v.event = c.event
 WHERE r.reports > 1;

-- otherwise:
SELECT 'does not apply' AS verdict, words FROM event_outside WHERE event = ?1
UNION ALL SELECT 'does not apply', 'no candidate is known to have been selected, or not by whom' FROM search
 WHERE event = ?1 AND event NOT IN (SELECT event FROM selection)
UNION ALL SELECT 'does not fire', 'the person selected was selected by ' || count(DISTINCT o.owner)
                 || iif(count(DISTINCT o.owner) = 1, ' user', ' users') || '; the rule asks for '
                 || (SELECT subject_accounts FROM threshold)
                 || ' in more than one case, and is on the first selection'
  FROM selection n JOIN selection o USING (key) WHERE n.event = ?1 HAVING count(*);
