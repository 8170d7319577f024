-- rule:     family-name
-- clause:   32.6.5(1)
-- title:    Nobody selects a bearer of their own surname
-- severity: low
-- subject:  event
-- examines: selection_by_known_user
-- outside:  candidate_outside_personnel
-- needs:    personnel, personnel.last name | personnel.name, user_log.candidate selected
-- tells:    selected a candidate of the user's surname
-- says:     No personal use; no query unrelated to duties.
-- means:    The candidate selected bears the surname of the user to whom the account is assigned, and at most two
--           people selected in the log, or one in a hundred, bear it. A member of the personnel file is
--           personal-connection's.
-- innocent: People who share a surname and nothing else; a relative who is a victim, witness or suspect of a case that
--           nobody else could take.
-- remedy:   Have members hand a case that touches their family to somebody else, and have the reason say so.

WITH names AS (SELECT count(DISTINCT key) AS people FROM candidate_surname),
rare AS (
  SELECT surname, count(DISTINCT key) AS bearers FROM candidate_surname WHERE surname <> '' GROUP BY surname
  HAVING bearers <= max(2, (SELECT people FROM names) / 100))
SELECT v.name AS subject, v.user_id, v.report_number, v.occurred_at, r.surname AS detail,
       v.who || ' selected the candidate "' || v.candidate || '", who bears its owner''s surname'
         || iif(r.bearers = 1, '; nobody else selected in this log does.',
                ', as do ' || r.bearers || ' of the ' || (SELECT people FROM names) || ' people selected in this log.')
         AS explanation,
       v.source, v.line, v.place || ' ' || v.person_place AS evidence
  FROM selection_by_known_user s JOIN candidate_surname n USING (name)
  JOIN rare r ON r.surname = n.surname AND r.surname = s.user_surname
  JOIN activity v ON v.event = s.event
 WHERE s.member IS NULL;

-- otherwise:
SELECT 'does not apply' AS verdict, words FROM event_outside WHERE event = ?1
UNION ALL SELECT 'does not apply', 'no candidate is known to have been selected' FROM search
 WHERE event = ?1 AND event NOT IN (SELECT event FROM selection)
UNION ALL SELECT 'not tested', 'the search is one ' || words FROM candidate_outside_personnel WHERE event = ?1
UNION ALL SELECT 'not tested', 'the surname of the user is not known' FROM selection
 WHERE event = ?1 AND event NOT IN (SELECT event FROM selection_by_known_user)
UNION ALL SELECT 'does not fire', 'the candidate selected, "' || s.name || '", '
                 || CASE WHEN s.member NOT NULL THEN 'is a member, which is personal-connection''s'
                         WHEN n.surname = s.user_surname THEN 'bears a surname that is common in this log'
                         ELSE 'bears another surname than the user' END
  FROM selection_by_known_user s JOIN candidate_surname n USING (name) WHERE s.event = ?1;
