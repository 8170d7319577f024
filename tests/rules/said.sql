-- What the rows of each report say, from the readings of a case: the program has it from memory (analyze/readings.c).

CREATE TEMP TABLE run AS          -- the days of the audit
  SELECT max(iif(key = 'from_day', CAST(value AS INTEGER), NULL)) AS from_day, max(iif(key = 'to_day', CAST(value AS INTEGER), NULL)) AS to_day
    FROM setting WHERE section = 'run';

CREATE TEMP TABLE written (report INTEGER PRIMARY KEY, rows INTEGER, typed INTEGER, unread INTEGER);
INSERT INTO written
  SELECT report, count(*), max(typed), max(unread)
    FROM (SELECT report, type IS NULL OR trim(type) <> '' AS typed, narrated IS NULL OR withheld & 16 <> 0 AS unread
            FROM report_row WHERE report NOT NULL LIMIT -1)
   GROUP BY report;
UPDATE written SET unread = 1 WHERE report IN
  (SELECT w.report FROM unevaluated u CROSS JOIN report_row w USING (source, line) WHERE u.what = 'narrative');

CREATE TEMP TABLE said (report INTEGER PRIMARY KEY, used INTEGER, dated_row INTEGER, candidate INTEGER, named INTEGER, no_candidate INTEGER,
  searcher INTEGER, reason INTEGER, corroborated INTEGER);
INSERT INTO said
  SELECT report, max(said & 3 = 3), min(iif(said & 7 = 7, row, NULL)), max(said & 8 <> 0), max(said & 16 <> 0), max(said & 32 <> 0), max(said & 64 <> 0),
         max(said & 128 <> 0), max(said & 256 <> 0)
    FROM (SELECT w.report, w.row,
                 CASE g.meaning WHEN 'use' THEN 1 | iif(w.day IS NULL, 2, 6 * (w.day BETWEEN run.from_day AND run.to_day))
                                WHEN 'candidate' THEN iif(g.value <> '', 24, 8) WHEN 'no candidate' THEN 32
                                WHEN 'searcher' THEN 64 * (g.value <> '' AND (g.value <> 'the author' OR w.officer IS NULL OR w.withheld & 2
                                                             OR trim(w.officer || coalesce(w.officer_id, '')) <> ''))
                                WHEN 'reason' THEN 128 WHEN 'corroborated' THEN 256 END AS said
            FROM run CROSS JOIN reading g CROSS JOIN report_row w USING (row) WHERE w.report NOT NULL LIMIT -1)
   WHERE said GROUP BY report;

UPDATE report SET rows = w.rows, typed = w.typed, unread = w.unread FROM written w WHERE w.report = report.report;
UPDATE report SET documented = use_row NOT NULL AND s.used, dated_row = s.dated_row, candidate = s.candidate, named = s.named, no_candidate = s.no_candidate,
       searcher = s.searcher, reason = s.reason, corroborated = s.corroborated FROM said s WHERE s.report = report.report;
