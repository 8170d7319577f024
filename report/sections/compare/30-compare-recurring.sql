-- on:    compare
-- shows: table
-- title: What recurs
-- level: 2
-- says:  A rule above info that names the same account in both years, and what was answered then. Another finding of a rule is not the same event.
-- columns: text 18, text 14, text 26, count 10, count 10, text 34
-- empty: No account is named by the same rule in both years.
-- most:  8
-- rest:  in compare.xlsx
SELECT user_id AS Account, clause AS Clause, rule AS Rule, then_findings AS "Then", findings AS "Now", coalesce(then_answers, 'not answered then') AS "Answered then" FROM recurring ORDER BY findings DESC, user_id, rule
