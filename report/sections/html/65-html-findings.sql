-- on:      html
-- shows:   a row for each finding chosen
-- says:    1 is a list of [place, shown, found]: of the findings of each rule so many are shown, spread evenly over their order.
--          "finding" is the number by which its rows are found.
WITH RECURSIVE quota (place, shown, found) AS (
  SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]') FROM json_each(?1)),
turns (place, shown, found, number) AS (  -- of the findings of a rule the 1st, 2nd ... that is shown
  SELECT place, min(shown, found), found, 1 FROM quota WHERE shown > 0 AND found > 0
  UNION ALL SELECT place, shown, found, number + 1 FROM turns WHERE number < shown),
chosen AS NOT MATERIALIZED (              -- findings are numbered in the order of their rules
  SELECT s.first + (t.number * t.found + t.shown - 1) / t.shown - 1 AS id FROM turns t JOIN finding_span s USING (place) ORDER BY id LIMIT -1)
SELECT f.place, f.finding_id, v.severity, r.subject, f.subject, f.user_id, f.report_number, f.occurred_at, f.detail, f.explanation,
       s.path AS source_file, f.line, v.disposition, f.finding, w.words, v.matter_id, f.facts,
       iif(v.decided_id = f.finding_id, '1', NULL) AS own -- the answer is to the finding, not to its matter
  FROM chosen c CROSS JOIN finding_row f ON f.finding = c.id CROSS JOIN rule r ON r.place = f.place LEFT JOIN source s ON s.source = f.source
       LEFT JOIN finding v ON v.finding = c.id LEFT JOIN decision_words w ON w.id = v.decided_id
