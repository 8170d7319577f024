-- rule:     unauthorized-purpose
-- clause:   32.6.2, 32.6.5
-- title:    No search for any other purpose
-- severity: critical
-- subject:  event
-- examines: search_with_purpose
-- needs:    user_log.reason
-- says:     Official purposes only: no personal use, no query unrelated to duties, no harassment, no surveillance based solely on
--           protected activity or class.
-- means:    The words of the reason say a purpose that is none of the four, or one that is prohibited: personal use (1), harassment
--           (2), protected activity (3), other. Words that the program does not know are for a person to read, never a finding.
-- innocent: The words are shorthand for a case (a neighbour or former partner who is the suspect of a report); the report tells more.

SELECT s.name AS subject, s.user_id, s.report_number, s.occurred_at, coalesce(s.purpose_detail, 'by answer') AS detail,
       s.who || ' gave as reason "' || s.reason_text || '"'
       || coalesce('. ' || s.purpose_answer, iif(s.purpose_words = s.reason_text, '', coalesce('; the words "' || s.purpose_words || '"', '')) || ', which '
       || CASE s.purpose_detail WHEN 'personal' THEN 'says a personal use.' WHEN 'harassment' THEN 'says that somebody is to be harassed or punished.'
               WHEN 'protected activity' THEN 'names activity that is protected, and no crime.' ELSE 'says a purpose that is none of the four authorised kinds.' END) AS explanation,
       s.source, s.line, s.place || coalesce(' ' || s.purpose_answer_place, '') AS evidence
  FROM search_with_purpose s
 WHERE s.purpose = 'unauthorized';

-- to read:

SELECT s.name AS subject, s.user_id, s.report_number, s.occurred_at, q.question, q.words, 'The word lists do not know what this reason says.' AS why, NULL AS report, s.reason_text AS text, s.source, s.line
  FROM search s JOIN question q ON q.question = 'purpose'
 WHERE s.purpose_read = 'unclear';

-- otherwise:
SELECT 'does not apply' AS verdict, words FROM event_outside WHERE event = ?1
UNION ALL SELECT 'not tested', 'the reason was not judged: ' || coalesce(purpose_doubt, 'none was exported') FROM search_unjudged WHERE event = ?1
UNION ALL SELECT 'does not fire', 'the purpose is ' || purpose || coalesce(' (' || purpose_detail || ')', '') || coalesce(', by the words "' || nullif(purpose_words, '') || '" of the reason "' || reason_text || '"', '')
         || coalesce('. ' || purpose_by_case, '')
  FROM search_with_purpose WHERE event = ?1;
