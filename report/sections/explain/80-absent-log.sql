-- on:      absent-log
-- shows:   facts
-- title:   Why a row is not in a view that rules on the log examine
SELECT 'log_id' AS view, iif(id IS NULL, 'not tested', 'does not apply') AS verdict, iif(id IS NULL, 'the log has no ids', 'the id of this row is of no sequence') AS words FROM event WHERE event = ?1
