-- on:      facts-log
-- shows:   facts
-- title:   Why a rule on the log does not fire at a row
SELECT 'log-gap' AS rule, 'the log goes on from this id to the next without a gap, or ends with it' AS words FROM event e WHERE e.event = ?1 AND EXISTS (SELECT 1 FROM log_id l WHERE l.source = e.source AND l.line = e.line)
