-- rule:     unstated-purpose
-- clause:   32.6.2
-- title:    Every search states an authorised purpose
-- severity: medium
-- subject:  event
-- examines: search_with_purpose
-- needs:    user_log.reason
-- matter:   account reason
-- tells:    gave a reason that states no purpose ({})
-- says:     The system is used for identification, for four kinds of reason.
-- means:    The reason is blank, punctuation, a test, or words that fit any police work.
-- innocent: The report states the reason; the field was not required; the officer used a drop-down that offers no
--           better word.
-- remedy:   Ask the host to make the reason a required field, and tell users what a reason must say: the crime or the
--           need, and the person's part in it.

SELECT s.name AS subject, s.user_id, s.report_number, s.occurred_at, s.reason_text AS detail,
       s.who || iif(trim(s.reason_text) = '', ' gave no reason.', ' gave as reason only "' || s.reason_text || '".')
         || coalesce(' ' || s.purpose_answer, '') AS explanation,
       s.source, s.line, s.place || coalesce(' ' || s.purpose_answer_place, '') AS evidence
  FROM search_with_purpose s
 WHERE s.purpose = 'unstated';

-- to read:

SELECT * FROM reason_to_read;

-- otherwise:
SELECT verdict, words FROM purpose_verdict WHERE event = ?1;
