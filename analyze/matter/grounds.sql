-- What each finding and each passage rests on, which makes it a part of one matter. A card's "matter:" names a fact of the account
-- ("account access") or of the log ("log ids"); everything else belongs to its report, or to its session of searches. The id says
-- the ground and nothing of the findings, so that it stays when some of them come or go.

CREATE TEMP TABLE named_event AS  -- rows of the log by name, with the report or the session of each
  SELECT e.name, e.event, p.number AS report_number, coalesce(b.name, e.name) AS session_name
    FROM event e LEFT JOIN session_event x ON x.event = e.event LEFT JOIN session s ON s.session = x.session
    LEFT JOIN report p ON p.report = s.report LEFT JOIN event b ON b.event = s.session
   WHERE e.in_period;
CREATE UNIQUE INDEX temp.event_named ON named_event (name);

CREATE TEMP TABLE ground (        -- in the order in which everything below goes through it
  what TEXT NOT NULL, number INTEGER NOT NULL, place INTEGER NOT NULL, user_id TEXT, occurred_at TEXT, detail TEXT NOT NULL, event INTEGER, kind TEXT NOT NULL,
  matter_id TEXT NOT NULL, PRIMARY KEY (matter_id, place, what, number)) STRICT, WITHOUT ROWID;
INSERT INTO ground
  WITH part AS (
    SELECT 'finding' AS what, finding AS number, place, subject, user_id, report_number, occurred_at, detail FROM finding_row
     UNION ALL
    SELECT 'passage', number, place, subject, user_id, report_number, occurred_at, '' FROM passage)
  SELECT a.what, a.number, a.place, a.user_id, a.occurred_at, a.detail, e.event,
         CASE WHEN r.matter LIKE 'account %' OR (r.matter IS NULL AND r.subject = 'user') THEN 'account' WHEN r.matter LIKE 'log %' OR r.subject = 'log' THEN 'log'
              WHEN r.subject = 'report' OR e.report_number NOT NULL THEN 'report' ELSE 'session' END AS kind,
         CASE WHEN r.matter LIKE 'account %' THEN 'account/' || lower(coalesce(a.user_id, a.subject)) || '/' || substr(r.matter, 9)
              WHEN r.matter LIKE 'log %' THEN 'log/' || substr(r.matter, 5)
              WHEN r.subject = 'user' THEN 'account/' || lower(coalesce(a.user_id, a.subject)) || '/' || r.rule
              WHEN r.subject = 'log' THEN 'log/' || r.rule
              WHEN r.subject = 'report' THEN 'report/' || coalesce(a.report_number, a.subject)
              WHEN e.report_number NOT NULL THEN 'report/' || e.report_number
              ELSE 'session/' || coalesce(e.session_name, a.subject) END AS matter_id
    FROM part a JOIN rule r ON r.place = a.place LEFT JOIN named_event e ON r.subject = 'event' AND e.name = a.subject;
