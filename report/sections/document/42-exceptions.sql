-- on:      rules
-- shows:   exceptions
-- columns: text 13, text 11, count 8, text 88, link 0, link 0
-- rest:    in findings.csv and on the sheet Findings of audit.xlsx
WITH months AS MATERIALIZED (
  SELECT month, row_number() OVER (ORDER BY month) AS turn FROM month_activity WHERE (SELECT count(*) FROM month_activity) <= 13),
detailed AS (
  SELECT f.*, coalesce(f.user_id, iif(f.subject_kind = 'user', f.subject, '')) AS account, coalesce(nullif(f.detail, ''), f.explanation) AS what FROM finding f
   WHERE f.disposition IS NOT 'unfounded'), -- whoever was cleared is in no list
entry AS (       -- what several findings of an account share is said once, before them
  SELECT f.place, f.account, f.finding, f.matter, 1 << coalesce((SELECT m.turn FROM months m WHERE m.month = substr(f.occurred_at, 1, 7)), 0) AS bit,
         iif(length(what) > 150, substr(what, 1, 150) || printf(' … (%d more characters)', length(what) - 150), what) AS detail,
         CASE WHEN f.subject_kind = 'report' THEN f.subject WHEN f.occurred_at NOT NULL THEN substr(f.occurred_at, 1, 10) ELSE '' END AS about,
         coalesce(' ' || s.short || f.line, '') || coalesce(' [' || f.disposition || ']', '') AS by_row,
         count(*) OVER alike > 1 AS shared, row_number() OVER (PARTITION BY f.place, f.account, f.what ORDER BY f.finding) AS number
    FROM detailed f LEFT JOIN source_short s ON s.source = f.source WINDOW alike AS (PARTITION BY f.place, f.account, f.what)),
turned AS (      -- a cell shows 1,800 characters, of which a hidden one takes eight
  SELECT *, sum(length(about || by_row) + 3 + iif(shared AND number > 1, 0, length(detail))) OVER (PARTITION BY place, account ORDER BY shared, detail, finding) / 600 AS chunk FROM entry),
told AS (
  SELECT *, iif(shared AND row_number() OVER (PARTITION BY place, account, chunk, detail ORDER BY finding) = 1, detail || ': ', '') || trim(about || iif(shared, '', ' ' || detail) || by_row) AS words
    FROM turned),
line AS (
  SELECT place, account, chunk, count(*) AS findings, sum(DISTINCT bit) AS bits, min(coalesce(matter, 1e9)) AS worst, group_concat(words, ';  ') AS words
    FROM (SELECT * FROM told ORDER BY place, account, chunk, shared, detail, finding) GROUP BY place, account, chunk),
shown AS (
  SELECT *, row_number() OVER rules AS turn, sum(findings) OVER rules AS upto, sum(findings) OVER (PARTITION BY place) AS all_of
    FROM line WINDOW rules AS (PARTITION BY place ORDER BY worst, account, chunk))
SELECT coalesce(a.short, s.account) AS Account, (SELECT group_concat(iif(s.bits >> m.turn & 1, '|', '·'), '') FROM (SELECT * FROM months ORDER BY turn) m) AS Months,
       findings AS Findings, words AS "On which day or in which report, by which row", all_of - upto AS left, place
  FROM shown s LEFT JOIN account_short a ON a.user_key = lower(s.account) WHERE turn <= 60 ORDER BY place, turn
