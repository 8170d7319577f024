-- on:      xlsx
-- shows:   sheet
-- title:   Rules
-- says:    Every rule as it was run.
-- columns: text 26, text 20, text 46, text 11, text 30, text 60, text 60, text 60, text 60, text 40, text 60, text 52, text 100
SELECT rule AS Rule, clause AS Clause, title AS "What must hold", severity || coalesce('; ' || graver || ' where "' || graver_detail || '"', '') AS Severity, needs AS Needs, says AS "The clause asks",
       means AS "An exception is", innocent AS "Rule out first", remedy AS "So that it does not happen again", threshold AS "Its limit", (SELECT words FROM trust t WHERE t.rule = rule.rule) AS "How far to trust it", path AS "File", text AS "Text as run"
  FROM rule ORDER BY place
