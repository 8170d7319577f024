-- What the rows of each report are, and what any of them says.

INSERT INTO approval
  SELECT words, trim(words, ' .-_*/?#xX0') <> '' AND lower(trim(words)) <> 'na'
                AND NOT EXISTS (SELECT 1 FROM no_approval n WHERE ' ' || lower(trim(a.words)) || ' ' LIKE n.words)
    FROM (SELECT DISTINCT coalesce(approved, supervisor) AS words FROM report_fact) a WHERE words NOT NULL;

UPDATE report SET first_day = w.first_day, last_day = w.last_day, rows = w.rows, typed = w.typed, unread = w.unread
  FROM (SELECT report, min(day) AS first_day, max(day) AS last_day, count(*) AS rows,
      max(type IS NULL OR trim(type) <> '') AS typed,
               max(narrated IS NULL OR narrative_withheld
                   OR EXISTS (SELECT 1 FROM unevaluated u WHERE u.what = 'narrative' AND u.source = w.source
                       AND u.line = w.line)) AS unread
          FROM report_row w GROUP BY report) w
 WHERE w.report = report.report;

-- Whoever searched is named, or is the author of a row that names its officer.
UPDATE report SET use_row = s.use_row, dated_row = s.dated_row, documented = s.used, candidate = s.candidate,
  named = s.named, no_candidate = s.no_candidate,
       searcher = s.searcher, reason = s.reason, corroborated = s.corroborated
  FROM (SELECT report, min(iif(meaning = 'use', row, NULL)) AS use_row,
      min(iif(meaning = 'use' AND in_period, row, NULL)) AS dated_row,
               max(meaning = 'use' AND (day IS NULL OR in_period)) AS used,
               max(meaning = 'candidate') AS candidate,
                 max(meaning = 'candidate' AND coalesce(value, '') <> '') AS named,
               max(meaning = 'no candidate') AS no_candidate,
               max(meaning = 'searcher' AND coalesce(value, '') <> ''
                   AND (value <> 'the author' OR authored)) AS searcher,
               max(meaning = 'reason') AS reason, max(meaning = 'corroborated') AS corroborated
          FROM (SELECT s.*, s.day BETWEEN d.from_day AND d.to_day AS in_period FROM report_statement s, period d)
            GROUP BY report) s
 WHERE s.report = report.report;
