-- on:    compare
-- shows: table
-- title: What else changed
-- level: 2
-- columns: text 34, text 34, text 34
-- most:  6
-- rest:  in compare.xlsx
-- empty: Nothing: settings, rules, reading of words, program and the share that each input covers are the same.
SELECT what AS What, coalesce(then_value, 'none') AS "Then", coalesce(now_value, 'none') AS "Now" FROM (
  SELECT 1 AS turn, 'Program' AS what, (SELECT version FROM year WHERE which = 'then') AS then_value, (SELECT version FROM year WHERE which = 'now') AS now_value
  UNION ALL SELECT 2, 'Reading of words (SHA-256)', (SELECT substr(value, 1, 16) FROM earlier.setting WHERE section = 'run' AND key = 'reading_sha256'), (SELECT substr(value, 1, 16) FROM main.setting WHERE section = 'run' AND key = 'reading_sha256')
  UNION ALL SELECT 3, 'Rule ' || coalesce(n.rule, t.rule), iif(t.rule IS NULL, NULL, 'another text, or none'), iif(n.rule IS NULL, NULL, n.path) FROM main.rule n LEFT JOIN earlier.rule t ON t.rule = n.rule WHERE n.rule NOT NULL AND n.text IS NOT t.text
  UNION ALL SELECT 4, '[' || n.section || '] ' || n.key, t.value, n.value FROM main.setting n LEFT JOIN earlier.setting t ON t.section = n.section AND t.key = n.key
    WHERE n.section NOT IN ('run', 'period', 'inputs', 'provenance', 'coverage') AND n.value IS NOT t.value
  UNION ALL SELECT 4, '[' || t.section || '] ' || t.key, t.value, NULL FROM earlier.setting t WHERE t.section NOT IN ('run', 'period', 'inputs', 'provenance', 'coverage')
    AND NOT EXISTS (SELECT 1 FROM main.setting n WHERE n.section = t.section AND n.key = t.key)
  UNION ALL SELECT 5, 'Days that the ' || words || ' covers', iif(then_share IS NULL, 'not supplied', printf('%.0f %%', 100 * then_share)), iif(now IS NULL, 'not supplied', printf('%.0f %%', 100 * now)) FROM share_of
    WHERE abs(coalesce(now, 0) - coalesce(then_share, 0)) > 0.01)
 WHERE then_value IS NOT now_value ORDER BY turn, what
