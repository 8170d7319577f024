-- What the linker makes of the log of a case, once more in SQL: the program has it from memory (analyze/brief.c).

INSERT INTO phrase (phrase, orphan_kind, cites, keyed, head, middle, tail)
  SELECT session, orphan_kind, 0, 0, iif(report IS NULL, why, 'The number is that of report '), '', iif(report IS NULL, '', '.') FROM found;

INSERT INTO event_brief (event, in_period, is_search, watch, day, account, person, report, use_row, purpose, selected, minute, shift_start, shift_end, at, at_other, at_doubt, reason,
                         phrase, session, searches, case_key)
  SELECT e.event, e.in_period, e.is_search, w.watch, e.day, e.account, iif(a.person > 0, a.person, NULL), f.report, p.use_row, r.purpose,
         CASE WHEN e.candidate IS NULL THEN 0 WHEN e.withheld & 128 THEN 3 WHEN e.candidate = '' THEN 1 ELSE 2 END, (e.at / 60 + e.utc_offset) % 1440,
         w.shift_start, w.shift_end, e.at, e.at_other, e.at_doubt, e.reason, f.session, g.first, iif(g.first = e.event, g.searches, NULL), f.case_key
    FROM event e JOIN account a USING (account) JOIN account_watch w USING (account) LEFT JOIN reason r ON r.reason = e.reason LEFT JOIN joined j ON j.event = e.event AND e.is_search
    LEFT JOIN found f ON f.session = j.session LEFT JOIN report p ON p.report = f.report
    LEFT JOIN (SELECT j.session, min(j.event) AS first, count(*) AS searches FROM joined j JOIN event USING (event) GROUP BY j.session) g ON g.session = j.session
   ORDER BY e.event;

INSERT INTO linked SELECT report << 32 | event FROM event_brief WHERE report NOT NULL;

INSERT INTO event_soon
  SELECT e.event FROM (SELECT CAST(value AS INTEGER) * 60 + 1 AS seconds FROM setting WHERE section = 'thresholds' AND key = 'shared_minutes'), event e
   WHERE EXISTS (SELECT 1 FROM event o WHERE o.account = e.account AND abs(o.at - e.at) <= seconds AND o.event <> e.event);

INSERT INTO account_activity
  SELECT e.account, sum(is_search), sum(is_search AND b.report NOT NULL), sum(is_search AND b.use_row NOT NULL),
         coalesce(min(iif(is_search, e.event, NULL)), 0), coalesce(max(iif(is_search, e.event, NULL)), 0),
         max(coalesce(e.workstation <> '' AND NOT e.withheld & 2, 0)), count(*), sum(is_search AND e.at_doubt IS NOT 'no time of day'),
         sum(is_search AND selected = 2)
    FROM event e JOIN (SELECT event, report, use_row, selected FROM event_brief) b USING (event) WHERE in_period GROUP BY e.account;

INSERT INTO tally SELECT 'purpose', purpose, count(*) FROM event_brief WHERE is_search AND in_period GROUP BY purpose;

UPDATE report SET documented = use_row NOT NULL AND (documented OR l.searches), account = l.account, searches = l.searches, exported = l.exported,
                  selected = l.selected, withheld = l.withheld
  FROM (SELECT v.report, sum(v.in_period) AS searches, max(v.selected > 0) AS exported, max(v.selected = 2) AS selected, max(v.selected = 3) AS withheld,
               v.account, min(a.user_id)
          FROM event_brief v CROSS JOIN account a USING (account) WHERE v.report NOT NULL GROUP BY v.report) l
 WHERE l.report = report.report;

-- A row that goes on from the one before and before the one after is no end of a run; the ends stand in turn.
INSERT INTO log_run
  WITH parted AS (
    SELECT event, source, line, prefix, length(id) - length(prefix) AS digits, CAST(substr(id, length(prefix) + 1) AS INTEGER) AS number
      FROM (SELECT *, rtrim(id, '0123456789') AS prefix FROM event) WHERE length(id) - length(prefix) BETWEEN 1 AND 18),
  ended AS (
    SELECT *, NOT EXISTS (SELECT 1 FROM parted b WHERE b.event = v.event - 1 AND b.number = v.number - 1 AND b.prefix = v.prefix) AS starts,
           NOT EXISTS (SELECT 1 FROM parted b WHERE b.event = v.event + 1 AND b.number = v.number + 1 AND b.prefix = v.prefix) AS ends FROM parted v)
  SELECT r.prefix, r.number, o.number, o.digits, r.source, r.line, o.source, o.line, o.event
    FROM (SELECT *, iif(ends, event, lead(event) OVER (ORDER BY event)) AS last FROM ended WHERE starts OR ends) r JOIN parted o ON o.event = r.last
   WHERE starts ORDER BY r.event;
