-- on:      absent-event
-- shows:   facts
-- title:   Why a row of the log is not in a view that rules examine
WITH e AS (
  SELECT e.*, r.purpose, r.doubt, a.person, a.user_id,
         CASE WHEN NOT e.in_period THEN 'the row lies outside the period' WHEN NOT e.is_search THEN 'the row is no search' || coalesce(' (action "' || nullif(e.action, '') || '")', '') END AS outside
    FROM event_linked e JOIN account a USING (account) LEFT JOIN reason r ON r.reason = e.reason WHERE e.event = ?1)
SELECT 'activity' AS view, 'does not apply' AS verdict, outside AS words FROM e WHERE NOT in_period
UNION ALL SELECT v.column1, 'does not apply', outside FROM e, (VALUES ('search'), ('search_by_known_user'), ('search_with_purpose'), ('search_for_health'), ('search_linked'),
           ('search_with_candidate'), ('search_with_hours')) v WHERE outside NOT NULL
UNION ALL SELECT 'search_by_known_user', 'not tested', 'the account is not matched to the personnel file' FROM e WHERE outside IS NULL AND person < 0
UNION ALL SELECT 'search_with_purpose', 'not tested', 'the reason was not judged: ' || coalesce(doubt, 'none was exported') FROM e WHERE outside IS NULL AND coalesce(purpose, 'unclear') = 'unclear'
UNION ALL SELECT 'search_for_health', iif(coalesce(purpose, 'unclear') = 'unclear', 'not tested', 'does not apply'), coalesce('the purpose is ' || nullif(purpose, 'unclear') || ', not health', 'the reason was not judged: ' || coalesce(doubt, 'none was exported'))
           FROM e WHERE outside IS NULL
UNION ALL SELECT 'search_linked', iif(report IS NULL, 'does not apply', 'not tested'), iif(report IS NULL, 'the search is linked to no report', 'the linked report documents no use in what could be read, and a narrative of it is withheld, not exported or beyond the limits of a pattern: read it by hand') FROM e WHERE outside IS NULL
UNION ALL SELECT 'search_with_candidate', iif(candidate IS NULL OR withheld LIKE '%candidate%', 'not tested', 'does not apply'),
                 CASE WHEN candidate IS NULL THEN 'the candidate selected was not exported' WHEN withheld LIKE '%candidate%' THEN 'the candidate selected is withheld' ELSE 'no candidate was selected' END FROM e WHERE outside IS NULL
UNION ALL SELECT 'search_with_hours', 'not tested', iif((SELECT count(*) FROM source WHERE kind = 'duty_schedule'), 'this user has no duty records', 'this user has neither duty records nor shift hours') FROM e WHERE outside IS NULL
UNION ALL SELECT 'access-after-separation', 'not tested', 'the account is not matched to the personnel file' FROM e WHERE in_period AND person < 0
