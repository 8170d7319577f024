-- rule:     misuse-not-deactivated
-- clause:   32.6.10
-- title:    Access ends on improper use
-- severity: high
-- subject:  user
-- examines: misuse_sustained
-- outside:  misuse_outside
-- needs:    personnel, personnel.access deactivated
-- judged:   last
-- matter:   account departure
-- tells:    has access on file after misuse was sustained ({})
-- says:     Access is deactivated on negligent, improper or unauthorised use or dissemination.
-- means:    A finding on how the system was used (its purpose, its user, the person searched for) was answered
--           "sustained", and access was deactivated on a later day than the decision, or never. Tested where the
--           personnel file reaches the day of the decision: by [provenance] personnel_on, else by its latest date.
-- innocent: The host ended the access on the day and the list was updated later; the decision was of a fault of the
--           rule or the system, and "policy failure" would be the word for it; another authority reinstated the user.
-- remedy:   Have internal affairs tell the administrator of every sustained finding, and record the day on which
--           access ended.

SELECT user_id AS subject, user_id, NULL AS report_number, decided_on AS occurred_at,
       coalesce((ended_day - decided_day) || iif(ended_day - decided_day = 1, ' day later', ' days later'), 'no end on file') AS detail,
       'A finding of ' || rule || ' on the account ' || user_id || ' was sustained on ' || decided_on || '; '
         || coalesce('access was deactivated on ' || date(ended_day * 86400, 'unixepoch') || '.',
                     'no date of deactivation after the use is recorded.') AS explanation,
       person_source AS source, person_line AS line,
       person_source || ':' || person_line || ' ' || answer_source || ':' || answer_line || ' ' || source || ':' || line
         AS evidence
  FROM misuse_sustained
 WHERE ended_day IS NULL OR ended_day > decided_day;

-- otherwise:
SELECT 'does not apply' AS verdict, 'no finding of misuse by this user was sustained' AS words
 WHERE NOT EXISTS (SELECT 1 FROM misuse_answered m JOIN account a ON a.user_key = lower(m.user_id)
                    WHERE a.person = ?1)
UNION ALL SELECT 'not tested', 'a finding was ' || o.words
  FROM misuse_outside o JOIN misuse_answered m USING (finding) JOIN account a ON a.user_key = lower(m.user_id)
 WHERE a.person = ?1
UNION ALL SELECT 'does not fire', 'access was deactivated on ' || date(s.ended_day * 86400, 'unixepoch')
                 || ', by the day of the decision, ' || s.decided_on || ' (' || f.path || ':' || s.person_line || ')'
  FROM misuse_sustained s JOIN source f ON f.source = s.person_source
 WHERE s.person = ?1 AND s.ended_day <= s.decided_day;
