-- on:      sample
-- shows:   sheet
-- title:   Also by user or month
-- says:    Drawn beside the sample so that each user, or month, is read; not counted in what is said of the whole.
-- columns: text 20, count 10, count 10, text 16, text 18, text 17, text 34
SELECT b.stratum AS "Of", b.searches AS "Its searches", b.wanted AS "To be read", b.name AS Event, coalesce(s.report_number, '(none)') AS Report,
       substr(s.occurred_at, 1, 16) AS "Date and time", coalesce(s.reason_text, '') AS Reason
  FROM drawn_beside b JOIN search s USING (event) ORDER BY b.stratum, b.turn
