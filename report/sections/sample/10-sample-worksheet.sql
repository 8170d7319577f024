-- on:      sample
-- shows:   sheet
-- title:   Sample
-- says:    The searches drawn, in the order in which they were. Read each row of the log beside its report, and answer six questions.
-- rest:    the CSV beside it
-- columns: text 5, text 11, text 15, text 30, text 15, text 34, entry 11, entry 11, entry 11, entry 11, entry 11, entry 11, entry 14, entry 16, entry 12,
--          text 17, text 18, text 28, text 26, text 14, text 26
SELECT CAST(d.turn AS TEXT) AS Draw, d.name AS Event, coalesce(s.report_number, '(none)') AS Report, coalesce(s.reason_text, '') AS Reason,
       coalesce(s.candidate, '(none selected)') AS Candidate,
       coalesce((SELECT g.sentence FROM report_statement g WHERE g.report = s.report AND g.meaning = 'use' ORDER BY g.row, g.reading LIMIT 1), '(no sentence)') AS "Deciding sentence",
       NULL AS "Is the report that of this search?", NULL AS "Does it say that the system was used, and on which image?", NULL AS "Does it say that this user searched?",
       NULL AS "Do log and report give the same authorised purpose?", NULL AS "Is the result the one in the log?", NULL AS "Was a lead confirmed first, and reviewed?",
       NULL AS Note, NULL AS "Read by", NULL AS "Read on",
       substr(s.occurred_at, 1, 16) AS "Date and time", coalesce(s.user_id, '(withheld)') AS User, coalesce(l.path || ':' || s.line, '') AS "Row of the log",
       coalesce((SELECT f.path || ':' || g.line FROM report_statement g JOIN source f USING (source)
                   WHERE g.report = s.report AND g.meaning = 'use' ORDER BY g.row, g.reading LIMIT 1), '(none)') AS "Row of the report",
       (SELECT count(*) FROM finding f WHERE f.subject_kind = 'user' AND lower(f.user_id) = lower(s.user_id)) || ' on the user' AS "Findings",
       (SELECT value FROM asked WHERE name = 'mark') AS "Drawn from"
  FROM drawn d JOIN search s USING (event) JOIN source l USING (source) WHERE d.chosen ORDER BY d.turn
