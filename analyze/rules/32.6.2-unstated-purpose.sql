-- rule:     unstated-purpose
-- clause:   32.6.2
-- title:    Every search states an authorised purpose
-- severity: medium
-- subject:  event
-- examines: search_with_purpose
-- needs:    user_log.reason
-- says:     The system is used for identification, for four kinds of reason.
-- means:    The reason is blank, punctuation, a test, or words that fit any police work.
-- innocent: The report states the reason; the field was not required; the officer used a drop-down that offers no better word.

SELECT s.name AS subject, s.user_id, s.report_number, s.occurred_at, s.reason_text AS detail,
       s.who || iif(trim(s.reason_text) = '', ' gave no reason.', ' gave as reason only "' || s.reason_text || '".') || coalesce(' ' || s.purpose_answer, '') AS explanation,
       s.source, s.line, s.place || coalesce(' ' || s.purpose_answer_place, '') AS evidence
  FROM search_with_purpose s
 WHERE s.purpose = 'unstated';

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
