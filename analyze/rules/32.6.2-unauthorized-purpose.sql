-- rule:     unauthorized-purpose
-- clause:   32.6.2, 32.6.5
-- title:    No search for any other purpose
-- severity: critical
-- subject:  event
-- examines: search_with_purpose
-- needs:    user_log.reason
-- says:     Official purposes only: no personal use, no query unrelated to duties, no harassment, no surveillance based solely on
--           protected activity or class.
-- means:    The reason states a purpose that is none of the four, or one that is prohibited.
-- innocent: The words are shorthand for a case (a neighbour or former partner who is the suspect of a report); the report tells more.

SELECT s.name AS subject, s.user_id, s.report_number, s.occurred_at, s.reason_text AS detail,
       s.who || ' gave as reason "' || s.reason_text || '"' || coalesce('; the words "' || s.purpose_words || '" name none of the four authorised kinds.', ', which names none of the four authorised kinds.') AS explanation,
       s.source, s.line, s.place AS evidence
  FROM search_with_purpose s
 WHERE s.purpose = 'unauthorized'
