-- What lies outside the days that an input covers, and what a rule that needs it therefore says nothing of.

-- The report of a session may follow its last search.
INSERT INTO outside
  SELECT k.kind, e.event,
         CASE WHEN k.days = 0 THEN 'where the incident reports supplied cover no day of the period'
              WHEN l.day < (SELECT min(c.from_day) FROM coverage c WHERE c.kind = k.kind) THEN 'before '
                || date((SELECT min(c.from_day) FROM coverage c WHERE c.kind = k.kind) * 86400, 'unixepoch')
                || ', where the incident reports supplied begin'
              WHEN k.by = 'rows' AND l.day BETWEEN k.last_day - t.pending_days AND k.last_day + t.pending_days
                THEN 'too recent to judge: the incident reports supplied end on '
                || date(k.last_day * 86400, 'unixepoch')
              WHEN l.day > (SELECT max(c.to_day) FROM coverage c WHERE c.kind = k.kind) THEN 'after '
                || date(coalesce(k.last_day, (SELECT max(c.to_day) FROM coverage c WHERE c.kind = k.kind)) * 86400,
                'unixepoch') || ', where the incident reports supplied end'
              ELSE 'where the incident reports supplied are silent' END
    FROM coverage_kind k, threshold t
    CROSS JOIN (SELECT x.session, max(e.day) AS day FROM session_event x CROSS JOIN event e USING (event)
        GROUP BY x.session) l
    CROSS JOIN session_event x USING (session) CROSS JOIN event e USING (event)
   WHERE k.kind = 'incident_reports' AND k.by <> 'not supplied' AND e.in_period
     AND NOT EXISTS (SELECT 1 FROM coverage c WHERE c.kind = k.kind AND l.day BETWEEN c.from_day AND c.to_day)
     AND NOT (k.by = 'rows' AND l.day > (SELECT to_day FROM period) AND l.day <= k.last_day - t.pending_days); -- coverage ends with the period, rows need not

INSERT INTO outside
  SELECT k.kind, e.event, iif(k.by = 'audit.ini', 'outside the days that audit.ini gives for the ' || n.words,
                              'of which nothing is known, for no row of the ' || n.words || ' could be kept')
    FROM coverage_kind k JOIN kind n USING (kind) CROSS JOIN event e
   WHERE k.kind IN ('personnel', 'chief_notifications', 'duty_schedule') AND e.in_period AND k.by <> 'not supplied'
     AND (k.by = 'audit.ini' OR NOT EXISTS (SELECT 1 FROM coverage c WHERE c.kind = k.kind))
     AND NOT EXISTS (SELECT 1 FROM coverage c WHERE c.kind = k.kind AND e.day BETWEEN c.from_day AND c.to_day);

INSERT OR IGNORE INTO outside
  SELECT 'personnel', e.event, 'by accounts that the personnel file, which may be incomplete, does not have'
    FROM unlisted_account u JOIN event e USING (account) WHERE e.in_period;

-- A schedule says of a user nothing before the first shift and after the last.
INSERT OR IGNORE INTO outside
  WITH span AS (SELECT account, min(start_day) AS first_day, max(end_day) AS last_day FROM shift GROUP BY account)
  SELECT 'duty_schedule', e.event, 'before the first or after the last shift that the duty schedule has of the user'
    FROM account_hours h JOIN span s ON s.account = h.duty_account CROSS JOIN event e ON e.account = h.account
   WHERE e.in_period AND (SELECT by FROM coverage_kind WHERE kind = 'duty_schedule') = 'rows'
     AND NOT e.day BETWEEN s.first_day AND s.last_day;

-- A report is found without a number by who searched: where the log withholds that, a use near such a search may be it.
CREATE TEMP TABLE search_of_nobody AS SELECT event, day FROM search WHERE account IS NULL
  AND orphan_kind IN ('no number', 'report may be pending') AND case_key IS NULL;
CREATE INDEX temp.search_of_nobody_on ON search_of_nobody (day);
CREATE TEMP TABLE unlinked_use AS
  SELECT w.report, w.day FROM report p JOIN report_row w USING (report) WHERE NOT p.linked AND p.use_row NOT NULL
    AND w.day NOT NULL;
CREATE INDEX temp.unlinked_use_on ON unlinked_use (day);
INSERT OR IGNORE INTO outside
  SELECT 'incident_reports', s.event,
         'whose user the log withholds, near a report of a use that no other search is linked to'
    FROM search_of_nobody s, threshold t
   WHERE EXISTS (SELECT 1 FROM unlinked_use w
       WHERE w.day BETWEEN s.day - t.near_before_days AND s.day + t.near_after_days);

-- Times that are UTC and were read as local fall into anybody's night.
INSERT OR IGNORE INTO outside
  SELECT 'duty_schedule', e.event, 'with a time that looks like UTC and was read as local time'
    FROM event e WHERE e.in_period AND e.source IN (SELECT source FROM source WHERE clock_doubt);

-- A notification that names a case whose report was not supplied may be that of a search which the reports do not
-- reach.
INSERT OR IGNORE INTO outside
  SELECT 'chief_notifications', s.event, 'near a notification of a case whose report was not supplied'
    FROM outside o CROSS JOIN search_for_health s USING (event), threshold t
   WHERE o.kind = 'incident_reports' AND s.report IS NULL
     AND EXISTS (SELECT 1 FROM notice n WHERE n.report IS NULL AND n.case_key NOT NULL
         AND n.at BETWEEN s.at - 3600 * t.notice_hours AND s.at);

-- The search of a report lies from so many days before its row to so many after. Where the log's pauses are known, each
-- of these days of the period must be covered; else the row's own must.
INSERT INTO report_unlogged
  WITH dated AS (
    SELECT p.report, w.day, max(iif(k.usual, w.day - n.near_after_days, w.day), t.from_day) AS first,
           min(iif(k.usual, w.day + n.near_before_days, w.day), t.to_day) AS last
      FROM report p JOIN report_fact w ON w.row = coalesce(p.dated_row, p.use_row), coverage_kind k, threshold n,
        period t
     WHERE k.kind = 'user_log' AND w.day BETWEEN t.from_day AND t.to_day)
  SELECT report, 'dated ' || CASE WHEN day < (SELECT min(from_day) FROM coverage WHERE kind = 'user_log')
    THEN 'before the log begins'
                                  WHEN day > (SELECT max(to_day) FROM coverage WHERE kind = 'user_log')
                                    THEN 'after the log ends'
                                  WHEN EXISTS (SELECT 1 FROM coverage c WHERE c.kind = 'user_log'
                                      AND day BETWEEN c.from_day AND c.to_day)
                                      THEN 'so near an end or a gap of the log that the search may lie there'
                                  ELSE 'where the log is silent' END
    FROM dated d
   WHERE (SELECT coalesce(sum(min(c.to_day, d.last) - max(c.from_day, d.first) + 1), 0) FROM coverage c
       WHERE c.kind = 'user_log' AND c.from_day <= d.last AND c.to_day >= d.first) < last - first + 1;

INSERT OR IGNORE INTO report_unlogged
  SELECT w.report, 'near a search without a number whose user the log withholds'
    FROM unlinked_use w, threshold t
   WHERE EXISTS (SELECT 1 FROM search_of_nobody s
       WHERE s.day BETWEEN w.day - t.near_after_days AND w.day + t.near_before_days);
DROP TABLE search_of_nobody;
DROP TABLE unlinked_use;
