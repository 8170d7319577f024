-- rule:     personal-connection
-- clause:   32.6.5(1)
-- title:    Nobody searches for colleagues
-- severity: critical
-- subject:  event
-- examines: candidate_of_personnel
-- outside:  candidate_outside_personnel
-- needs:    personnel, user_log.candidate selected
-- tells:    selected a candidate with the name of a member of the Department
-- says:     No personal use; no query unrelated to duties.
-- means:    The candidate selected bears the first and last name of someone in the personnel file.
-- innocent: Another person of the same name; a test with one's own photograph; a member who is a victim, witness or
--           suspect of a case.
-- remedy:   Have members hand a case that touches a colleague, or themselves, to somebody else, and have the reason
--           say so.

SELECT s.name AS subject, s.user_id, s.report_number, s.occurred_at,
       iif(c.person = s.person, 'the user''s own name', 'a member''s name') AS detail,
       s.who || ' selected the candidate "' || s.candidate || '", the name of '
             || iif(c.person = s.person, 'its owner', p.first_name || ' ' || p.last_name || ' (' || p.user_id
                    || ') in the personnel file') || coalesce(' (' || c.doubt || ')', '') || '.' AS explanation,
       s.source, s.line, s.place || ' ' || p.source || ':' || p.line AS evidence
  FROM candidate_of_personnel s JOIN candidate c ON c.name = s.candidate JOIN person p ON p.person = c.person;

-- otherwise:
SELECT 'does not apply' AS verdict, words FROM event_outside WHERE event = ?1
UNION ALL SELECT iif(candidate_state = 'none', 'does not apply', 'not tested'),
                 iif(candidate_state = 'none', 'no candidate was selected', 'the candidate selected '
                     || iif(candidate_state = 'withheld', 'is withheld', 'was not exported'))
  FROM search WHERE event = ?1 AND candidate_state <> 'stated'
UNION ALL SELECT 'does not fire', 'the candidate selected, "' || candidate
                 || '", bears the name of nobody in the personnel file'
  FROM candidate_of_personnel WHERE event = ?1
UNION ALL SELECT 'not tested', 'the search is one ' || words FROM candidate_outside_personnel WHERE event = ?1;
