-- rule:     repeat-subject
-- clause:   32.6.5(1)-(2)
-- title:    Nobody is searched for again and again without a report
-- severity: critical
-- subject:  user
-- examines: account_with_candidate
-- outside:  candidate_outside
-- needs:    incident_reports, user_log.candidate selected
-- matter:   account subject
-- tells:    selected one subject in several sessions that no report documents ({})
-- says:     No personal use, no harassing or intimidating anyone.
-- means:    One user selected the same subject in three or more search sessions that no report documents; a session
--           that goes on another day counts anew.
-- innocent: The report is pending or filed under another number; two people of the same name.
-- remedy:   Have a supervisor look at every third search of one person within a year, and ask for a report each time.
-- limit:    repeat_searches 3: twice is a case that came back; three times asks for a reason on paper

WITH subjects AS (
  SELECT s.owner, c.key, coalesce(max(iif(s.user_id = o.user_id, s.user_id, NULL)), min(s.user_id)) AS user_id,
         min(s.who) AS who, min(s.candidate) AS candidate, count(DISTINCT s.session || ' ' || s.day) AS times,
           min(s.occurred_at) AS first_at,
         max(s.occurred_at) AS last_at, min(s.event) AS first_event, group_concat(s.place, ' ') AS places
    FROM search_with_candidate s JOIN candidate c ON c.name = s.candidate LEFT JOIN person o ON o.person = s.person
   WHERE s.undocumented AND c.key <> '' AND s.owner NOT NULL
   GROUP BY s.owner, c.key HAVING times >= (SELECT repeat_searches FROM threshold))
SELECT min(u.user_id) AS subject, min(u.user_id) AS user_id, NULL AS report_number, min(u.first_at) AS occurred_at,
       group_concat(u.candidate || ' ' || u.times || ' times', '; ') AS detail,
       min(u.who) || ' selected ' || group_concat('"' || u.candidate || '" in ' || u.times || ' search sessions from '
                                                  || substr(u.first_at, 1, 10) || ' to '
             || substr(u.last_at, 1, 10), ', ') || ' that no report documents.' AS explanation,
       e.source, e.line, group_concat(u.places, ' ') AS evidence
  FROM subjects u JOIN event e ON e.event = u.first_event
 GROUP BY u.owner;

-- otherwise:
WITH chosen AS (SELECT * FROM search_with_candidate WHERE account IN (SELECT account FROM account WHERE owner = ?1)),
subjects AS (
  SELECT min(s.candidate) AS name, count(DISTINCT s.session || ' ' || s.day) AS times FROM chosen s
  JOIN candidate c ON c.name = s.candidate
   WHERE s.undocumented AND c.key <> '' GROUP BY c.key)
SELECT 'does not apply' AS verdict,
       'no search of this account selected a candidate (or the log withholds them)' AS words
 WHERE ?1 NOT NULL AND NOT EXISTS (SELECT 1 FROM chosen)
UNION ALL SELECT 'does not fire', coalesce((
  SELECT 'the most often selected subject that no report documents is "' || name || '", in ' || times
         || iif(times = 1, ' search session', ' search sessions') || '; the rule asks for '
         || (SELECT repeat_searches FROM threshold)
    FROM subjects ORDER BY times DESC, name LIMIT 1),
         'every search with a candidate is documented by a report, or its report could not be read')
 WHERE EXISTS (SELECT 1 FROM chosen);
