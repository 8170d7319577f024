-- Fills the tables that rules read in brief, from facts and meanings, when all is linked. What a rule makes of them is the rule's.

DELETE FROM event_brief;
DELETE FROM report_brief;
DELETE FROM log_run;
DELETE FROM account_hours;
DELETE FROM account_shown;
DELETE FROM authority;

INSERT INTO event_brief
  SELECT e.event, e.at, e.at_ms, e.at_other, e.at_doubt, e.day, e.minute, e.is_search, e.in_period, e.account,
         iif(a.person > 0, a.person, NULL), e.reason, r.purpose, e.session, n.report, p.use_row, e.selected, e.id_prefix,
         iif(length(e.id) - length(e.id_prefix) BETWEEN 1 AND 18, CAST(substr(e.id, length(e.id_prefix) + 1) AS INTEGER), NULL)
    FROM (SELECT event, at, at_ms, at_other, at_doubt, day, (at / 60 + utc_offset) % 1440 AS minute, is_search, in_period, account, reason, session, id,
                 CASE WHEN candidate IS NULL THEN 0 WHEN withheld & 128 THEN 3 WHEN candidate = '' THEN 1 ELSE 2 END AS selected,
                 rtrim(id, '0123456789') AS id_prefix FROM event LIMIT -1) e  -- LIMIT: so that each is worked out once
    CROSS JOIN account a USING (account) LEFT JOIN reason r ON r.reason = e.reason
    LEFT JOIN session n ON n.session = e.session LEFT JOIN report p ON p.report = n.report;

-- A row that goes on from the one before and before the one after is no end of a run; the ends stand in turn.
INSERT INTO log_run
  SELECT id_prefix, id_number, last_number, length(o.id) - length(id_prefix), e.source, e.line, o.source, o.line, o.event
    FROM (SELECT event, id_prefix, id_number, starts, iif(ends, event, lead(event) OVER w) AS last, iif(ends, id_number, lead(id_number) OVER w) AS last_number
            FROM (SELECT event, id_prefix, id_number,
                         NOT EXISTS (SELECT 1 FROM event_brief b WHERE b.event = v.event - 1 AND b.id_number = v.id_number - 1 AND b.id_prefix = v.id_prefix) AS starts,
                         NOT EXISTS (SELECT 1 FROM event_brief b WHERE b.event = v.event + 1 AND b.id_number = v.id_number + 1 AND b.id_prefix = v.id_prefix) AS ends
                    FROM event_brief v WHERE id_number NOT NULL)
           WHERE starts OR ends WINDOW w AS (ORDER BY event)) r
    JOIN event e ON e.event = r.event JOIN event o ON o.event = r.last
   WHERE starts;
INSERT INTO log_run
  SELECT prefix, number, number, digits, source, line, source, line, NULL
    FROM (SELECT prefix, length(id) - length(prefix) AS digits, CAST(substr(id, length(prefix) + 1) AS INTEGER) AS number, source, line
            FROM (SELECT id, rtrim(id, '0123456789') AS prefix, source, line FROM reject WHERE id <> ''))
   WHERE digits BETWEEN 1 AND 18;

CREATE TEMP TABLE logged (report INTEGER PRIMARY KEY, searched INTEGER, searches INTEGER, exported INTEGER, selected INTEGER, withheld INTEGER, user_id TEXT);
INSERT INTO logged
  SELECT v.report, max(v.in_period), sum(v.is_search AND v.in_period), max(v.selected > 0), max(v.selected = 2), max(v.selected = 3), min(a.user_id)
    FROM event_brief v CROSS JOIN account a USING (account) WHERE v.report NOT NULL GROUP BY v.report;

INSERT INTO report_brief
  SELECT p.report, p.rows, p.use_row NOT NULL AND (p.used OR coalesce(l.searched, 0)), p.dated_row, l.report NOT NULL, p.unread, p.typed, p.candidate, p.named,
         p.no_candidate, p.searcher, p.reason, p.corroborated, coalesce(l.exported, 0), coalesce(l.selected, 0), coalesce(l.withheld, 0), l.user_id, coalesce(l.searches, 0)
    FROM report p LEFT JOIN logged l ON l.report = p.report
   ORDER BY p.report;

DROP TABLE logged;

INSERT INTO account_shown
  SELECT a.account, a.user_id, iif(lower(p.user_id) = lower(a.user_id), p.user_id, a.user_id), coalesce(a.user_name, ''),
         coalesce(nullif(a.user_name, '') || ' (' || a.user_id || ')', a.user_id)
    FROM account a LEFT JOIN person p ON p.person = a.person AND a.person > 0;

-- Duty records count under any account of the person; where there is no schedule, the person's shift, else [hours].
INSERT INTO account_hours
  SELECT a.account, d.account, coalesce(p.shift_start, h.hours_start), coalesce(p.shift_end, h.hours_end), iif(p.shift_start IS NULL, h.days, ''),
         iif(d.account IS NULL, iif(p.shift_start IS NULL, printf('%02d:%02d to %02d:%02d', h.hours_start / 60, h.hours_start % 60, h.hours_end / 60, h.hours_end % 60),
             printf('%02d:%02d to %02d:%02d', p.shift_start / 60, p.shift_start % 60, p.shift_end / 60, p.shift_end % 60)), NULL)
    FROM account a LEFT JOIN person p ON p.person = a.person JOIN hours h
    LEFT JOIN (SELECT b.account AS holder, coalesce(max(iif(o.account = b.account, o.account, NULL)), min(o.account)) AS account
                 FROM account b JOIN account o ON o.person = b.person
                WHERE o.account IN (SELECT account FROM shift) GROUP BY b.account) d ON d.holder = a.account
   WHERE d.account NOT NULL
      OR (coalesce(p.shift_start, h.hours_start) <> coalesce(p.shift_end, h.hours_end) AND (p.shift_start IS NULL) = (p.shift_end IS NULL)
          AND NOT EXISTS (SELECT 1 FROM source WHERE kind = 'duty_schedule'));

INSERT OR IGNORE INTO authority
  SELECT person, coalesce(from_day, -1000000), coalesce(to_day, 1000000) FROM assignment WHERE authorized
  UNION ALL SELECT person, approved_day, 1000000 FROM person WHERE approved_day NOT NULL;
