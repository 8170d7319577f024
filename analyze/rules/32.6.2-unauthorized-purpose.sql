-- rule:     unauthorized-purpose
-- clause:   32.6.2, 32.6.5
-- title:    No search for any other purpose
-- severity: critical
-- subject:  event
-- examines: search_with_purpose
-- needs:    user_log.reason
-- tells:    gave a reason that names no authorised purpose
-- says:     Official purposes only: no personal use, no query unrelated to duties, no harassment, no surveillance
--           based solely on protected activity or class.
-- means:    The words of the reason say a purpose that is not one of the four, or one that is prohibited: personal
--           use (1), harassment (2), protected activity (3), other. A reason in words that the program does not know
--           is for a person to read, never a finding.
-- innocent: The words are shorthand for a case (a neighbour or former partner who is the suspect of a report); the
--           report tells more.
-- remedy:   Ask the host to have the reason chosen from the four authorised uses, and review the reasons every month.

SELECT s.name AS subject, s.user_id, s.report_number, s.occurred_at,
       coalesce(s.purpose_detail, 'as answered') AS detail,
       s.who || ' gave as reason "' || s.reason_text || '"'
         || coalesce('. ' || s.purpose_answer, ', read as '
              || CASE s.purpose_detail WHEN 'personal' THEN 'a personal use'
                   WHEN 'harassment' THEN 'a wish to harass or punish somebody'
                   WHEN 'protected activity' THEN 'one about activity that is protected, and no crime'
                   ELSE 'a purpose that is not one of the four authorised kinds' END
              || coalesce(' by the words "' || nullif(s.purpose_words, s.reason_text) || '".', '.')) AS explanation,
       s.source, s.line, s.place || coalesce(' ' || s.purpose_answer_place, '') AS evidence
  FROM search_with_purpose s
 WHERE s.purpose = 'unauthorized';

-- to read:

SELECT * FROM reason_to_read;

-- otherwise:
SELECT verdict, words FROM purpose_verdict WHERE event = ?1;
