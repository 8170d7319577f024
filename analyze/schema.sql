-- The audit database. Facts are what the exports said (ingest writes them once); meanings are what analyze made of them;
-- findings are what the rules say. The views at the end named audit_* are the published interface (CONTRACT 5).
--
-- A text cell has four states: stated; empty = ''; not exported = NULL, the column was missing; withheld = the cell's bit
-- is set in "withheld" and the column keeps the token ("***", "REDACTED") as it was written.
-- Moments are seconds since 1970-01-01T00:00:00Z; days are days since 1970-01-01 in the agency's time zone.

PRAGMA application_id = 1178682708;  -- 'FAUT'
PRAGMA user_version = 1;

-- ---------------------------------------------------------------------------------------------------------- facts

CREATE TABLE setting (            -- audit.ini with its defaults filled in
  section TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (section, key)) STRICT, WITHOUT ROWID;

CREATE TABLE source (             -- one file
  source      INTEGER PRIMARY KEY,
  kind        TEXT NOT NULL CHECK (kind IN ('user_log', 'incident_reports', 'personnel', 'chief_notifications', 'duty_schedule', 'dispositions')),
  path        TEXT NOT NULL,      -- as audit.ini names it
  sha256      TEXT NOT NULL,
  bytes       INTEGER NOT NULL,
  rows        INTEGER NOT NULL,   -- every record and blank line below or above the header; the header itself is not a row
  kept        INTEGER NOT NULL,
  duplicates  INTEGER NOT NULL,
  rejected    INTEGER NOT NULL,
  not_data    INTEGER NOT NULL,   -- titles, repeated headers, totals, blanks
  encoding    TEXT NOT NULL,
  delimiter   TEXT NOT NULL,
  header_line INTEGER NOT NULL,
  time_zone   TEXT,               -- how its local times were read
  date_order  TEXT,               -- 'month first', 'day first', 'year first', 'named month', 'serial', ... as recognised
  first_at    TEXT, last_at TEXT, -- ISO 8601, agency time: the earliest and latest row kept (a date where only dates are known)
  CHECK (rows = kept + duplicates + rejected + not_data)) STRICT;

CREATE TABLE source_column (      -- what each column was taken for
  source INTEGER NOT NULL, position INTEGER NOT NULL, header TEXT NOT NULL,
  role TEXT,                      -- NULL: not used
  how TEXT,                       -- 'audit.ini', 'header', 'header words', 'contents'
  PRIMARY KEY (source, position)) STRICT, WITHOUT ROWID;

CREATE TABLE source_note (        -- what was assumed or doubtful, in words; line 0 is the file as a whole
  note INTEGER PRIMARY KEY, source INTEGER NOT NULL, line INTEGER NOT NULL, text TEXT NOT NULL) STRICT;

CREATE TABLE reject (source INTEGER NOT NULL, line INTEGER NOT NULL, reason TEXT NOT NULL, raw TEXT NOT NULL,
  id TEXT) STRICT;                -- the event id of a rejected log row, where it could be read
CREATE TABLE duplicate (source INTEGER NOT NULL, line INTEGER NOT NULL, of_source INTEGER NOT NULL, of_line INTEGER NOT NULL) STRICT;
CREATE TABLE not_data (source INTEGER NOT NULL, line INTEGER NOT NULL, what TEXT NOT NULL, raw TEXT NOT NULL) STRICT;  -- blanks are only counted

CREATE TABLE account (            -- a user of the log; spelling by case does not make another one
  account INTEGER PRIMARY KEY, user_id TEXT NOT NULL, user_key TEXT NOT NULL UNIQUE, user_name TEXT,
  person INTEGER,                 -- meaning: of the personnel file; negative: an account that is not in it
  person_how TEXT,                -- meaning: by what they were matched
  searches INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE reason (             -- each distinct reason text once
  reason INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE,
  purpose TEXT,                   -- meaning: NULL = could not be judged (withheld, or the pattern engine gave up)
  words TEXT,                     -- meaning: the words that decided
  doubt TEXT) STRICT;             -- meaning: why there is no purpose

CREATE TABLE event (              -- one row of the user log
  event INTEGER PRIMARY KEY,      -- in the order read
  source INTEGER NOT NULL, line INTEGER NOT NULL,
  name TEXT NOT NULL,             -- the log's own id, else file:line; unique
  id TEXT,
  account INTEGER NOT NULL,
  at INTEGER NOT NULL, at_ms INTEGER NOT NULL DEFAULT 0,
  at_other INTEGER,               -- the second moment of an ambiguous local time
  at_doubt TEXT,                  -- 'ambiguous', 'skipped' or NULL
  utc_offset INTEGER NOT NULL,    -- minutes east, agency zone
  occurred_at TEXT NOT NULL,      -- ISO 8601, agency time: '2022-06-06T09:50:12-04:00', with milliseconds where there are some
  day INTEGER NOT NULL,
  action TEXT, is_search INTEGER NOT NULL, in_period INTEGER NOT NULL,
  user_name TEXT, workstation TEXT, address TEXT, case_number TEXT,
  reason INTEGER,                 -- NULL = no such column
  probe TEXT, returned TEXT, candidate TEXT, agency TEXT,
  withheld INTEGER NOT NULL DEFAULT 0,   -- bits: 1 user_name 2 workstation 4 address 8 case_number 16 reason 32 probe 64 returned 128 candidate
  session INTEGER) STRICT;        -- meaning: the first search of its session; ingest leaves each by itself

CREATE TABLE report_fact (        -- one row of the incident reports: an original or a supplement; view report_row has its report too
  row INTEGER PRIMARY KEY, source INTEGER NOT NULL, line INTEGER NOT NULL,
  number TEXT NOT NULL,           -- as written
  supplement TEXT, cad TEXT,
  at INTEGER, at_doubt TEXT, day INTEGER,  -- NULL: not exported or unreadable
  at_text TEXT,                   -- ISO 8601, agency time; a date where no time is known
  type TEXT, status TEXT, officer TEXT, officer_id TEXT, supervisor TEXT,
  approved TEXT,                  -- as written
  approved_day INTEGER,
  narrated INTEGER,               -- 1: table narrative has its text; 0: empty; NULL: no such column
  withheld INTEGER NOT NULL DEFAULT 0) STRICT; -- bits: 1 type 2 officer 4 supervisor 8 approved 16 narrative

CREATE TABLE narrative (          -- apart, since rows are read far oftener than their narratives
  row INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;

CREATE TABLE person (             -- one member of the personnel file (several rows make one person with several assignments)
  person INTEGER PRIMARY KEY, user_id TEXT NOT NULL, user_key TEXT NOT NULL UNIQUE, employee_id TEXT,
  last_name TEXT, first_name TEXT, rank TEXT,
  approved_day INTEGER, approved_by TEXT, trained_day INTEGER, separated_day INTEGER, deactivated_day INTEGER,
  shift_start INTEGER, shift_end INTEGER,          -- minutes of the day
  source INTEGER NOT NULL, line INTEGER NOT NULL) STRICT;

CREATE TABLE assignment (
  person INTEGER NOT NULL, unit TEXT, from_day INTEGER, to_day INTEGER, authorized INTEGER NOT NULL,
  source INTEGER NOT NULL, line INTEGER NOT NULL) STRICT;

CREATE TABLE notice (             -- a notification of the Chief or designee
  notice INTEGER PRIMARY KEY, source INTEGER NOT NULL, line INTEGER NOT NULL,
  at INTEGER NOT NULL, at_doubt TEXT, notified TEXT, method TEXT, user_id TEXT, case_number TEXT, subject TEXT,
  account INTEGER, report INTEGER, case_key TEXT) STRICT;  -- meanings

CREATE TABLE shift (              -- duty, start included, end not
  shift INTEGER PRIMARY KEY, source INTEGER NOT NULL, line INTEGER NOT NULL,
  user_id TEXT NOT NULL, start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, kind TEXT,
  on_duty INTEGER NOT NULL,       -- 0: leave, off, suspended
  account INTEGER) STRICT;        -- meaning

CREATE TABLE disposition (        -- what people made of findings, from dispositions.csv
  finding_id TEXT NOT NULL, disposition TEXT NOT NULL, note TEXT, decided_by TEXT, decided_on TEXT,
  source INTEGER NOT NULL, line INTEGER NOT NULL) STRICT;

-- ------------------------------------------------------------------------------------------------------- meanings

CREATE TABLE row_meaning (        -- of each row of the incident reports
  row INTEGER PRIMARY KEY, report INTEGER NOT NULL,
  author INTEGER) STRICT;         -- person, as in account

CREATE TABLE report (             -- a report number with all its rows, and what any of them says
  report INTEGER PRIMARY KEY, number TEXT NOT NULL,
  first_day INTEGER, last_day INTEGER,
  rows INTEGER NOT NULL DEFAULT 1,
  typed INTEGER NOT NULL DEFAULT 1,         -- a row has an incident type, or types were not exported
  unread INTEGER NOT NULL DEFAULT 0,        -- a narrative is withheld, not exported or could not be evaluated
  use_row INTEGER,                -- the first row that documents a use; NULL: none does
  dated_row INTEGER,              -- the first that does and is dated in the period
  used INTEGER NOT NULL DEFAULT 0,          -- a row that does is dated in the period, or not at all
  candidate INTEGER NOT NULL DEFAULT 0, named INTEGER NOT NULL DEFAULT 0, no_candidate INTEGER NOT NULL DEFAULT 0,
  searcher INTEGER NOT NULL DEFAULT 0, reason INTEGER NOT NULL DEFAULT 0, corroborated INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE statement (          -- what a narrative says; view reading has its row, and the words that say it
  statement INTEGER PRIMARY KEY,  -- row << 16 | its number in the row
  meaning TEXT NOT NULL,
  start INTEGER NOT NULL, length INTEGER NOT NULL, -- bytes of the narrative
  value TEXT,                     -- a name, a document, a date
  person INTEGER,                 -- the person meant, where found
  day INTEGER) STRICT;

CREATE TABLE session (            -- searches of one account for one probe
  session INTEGER PRIMARY KEY, account INTEGER NOT NULL, first_event INTEGER NOT NULL, searches INTEGER NOT NULL,
  report INTEGER,                 -- NULL: none
  method TEXT, confidence REAL, why TEXT, orphan_kind TEXT,
  case_key TEXT) STRICT;          -- the number cited, equal for every spelling; NULL: none

CREATE TABLE alternative (        -- reports that were weighed for a session and lost, best first
  session INTEGER NOT NULL, report INTEGER NOT NULL, score REAL NOT NULL, why TEXT NOT NULL) STRICT;

CREATE TABLE candidate (          -- each distinct name selected in a search
  name TEXT PRIMARY KEY,          -- as event.candidate has it
  key TEXT NOT NULL,              -- equal for every order and spelling of the words
  person INTEGER) STRICT;         -- the member of the personnel file of the same first and last name

CREATE TABLE comparison (         -- what a report says held against the log rows linked to it
  what TEXT NOT NULL,             -- 'searcher': with the account's owner; 'candidate': with the names selected
  report INTEGER NOT NULL, reading INTEGER NOT NULL,
  account INTEGER,                -- of a searcher
  relation TEXT NOT NULL) STRICT; -- 'same', 'partly' (no contradiction), 'different', 'nobody' (none selected)

-- In brief: the same once more, narrow and joined, for the views that rules read. brief.sql makes them when all is linked.

CREATE TABLE event_brief (        -- one row of the user log
  event INTEGER PRIMARY KEY, at INTEGER NOT NULL, at_ms INTEGER NOT NULL, at_other INTEGER, at_doubt TEXT, day INTEGER NOT NULL,
  minute INTEGER NOT NULL,        -- of the day, agency time
  is_search INTEGER NOT NULL, in_period INTEGER NOT NULL, account INTEGER NOT NULL,
  person INTEGER,                 -- NULL: not in the personnel file
  reason INTEGER, purpose TEXT, session INTEGER, report INTEGER, use_row INTEGER,
  selected INTEGER NOT NULL,      -- the candidate: 0 not exported, 1 none, 2 stated, 3 withheld
  id_prefix TEXT, id_number INTEGER) STRICT;  -- the log's own id, taken apart; NULL where it ends in no number

CREATE TABLE report_brief (       -- a report and what its rows say
  report INTEGER PRIMARY KEY, rows INTEGER NOT NULL,
  documented INTEGER NOT NULL,    -- documents a use, in the period or with a search of the period linked to it
  dated_row INTEGER,              -- the first row dated in the period that documents a use
  linked INTEGER NOT NULL, unread INTEGER NOT NULL,
  typed INTEGER NOT NULL,         -- a row has an incident type, or types were not exported
  candidate INTEGER NOT NULL, named INTEGER NOT NULL, no_candidate INTEGER NOT NULL, searcher INTEGER NOT NULL, reason INTEGER NOT NULL,
  corroborated INTEGER NOT NULL,
  exported INTEGER NOT NULL, selected INTEGER NOT NULL, withheld INTEGER NOT NULL, -- candidates of the log rows linked to it
  user_id TEXT,                   -- of the log rows linked to it
  searches INTEGER NOT NULL) STRICT; -- of the period, linked to it

CREATE TABLE account_shown (      -- an account as rules and findings name it
  account INTEGER PRIMARY KEY, login TEXT NOT NULL, -- as the log has it
  user_id TEXT NOT NULL,          -- the same in the spelling of the personnel file
  user_name TEXT NOT NULL,        -- '': none is given
  who TEXT NOT NULL) STRICT;      -- "Kevin Lopez (klopez)", or the login alone

CREATE TABLE day_brief (          -- log rows by day; the others count searches
  day INTEGER NOT NULL, in_period INTEGER NOT NULL, rows INTEGER NOT NULL, searches INTEGER NOT NULL, linked INTEGER NOT NULL,
  documented INTEGER NOT NULL, PRIMARY KEY (day, in_period)) STRICT, WITHOUT ROWID;

CREATE TABLE account_brief (      -- accounts that searched in the period
  account INTEGER PRIMARY KEY, searches INTEGER NOT NULL, linked INTEGER NOT NULL, documented INTEGER NOT NULL,
  first_event INTEGER NOT NULL, last_event INTEGER NOT NULL) STRICT;

CREATE TABLE finding_brief (      -- findings of each rule by user
  place INTEGER NOT NULL, severity TEXT NOT NULL, user_id TEXT, findings INTEGER NOT NULL) STRICT;

CREATE TABLE tally (              -- searches of the period by purpose, hour ("1-13": Monday, from 13:00), unit, orphan (its kind), and those
  what TEXT NOT NULL,             -- with a report that is incomplete, silent or unread; lacking: reports by what they lack
  name TEXT, searches INTEGER NOT NULL) STRICT;

CREATE TABLE log_run (            -- the log's own ids where they run on, each one more than that of the row before; a rejected row is a run of one
  prefix TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, digits INTEGER NOT NULL, -- of the last
  first_source INTEGER NOT NULL, first_line INTEGER NOT NULL, last_source INTEGER NOT NULL, last_line INTEGER NOT NULL,
  last_event INTEGER) STRICT;     -- NULL: rejected

CREATE TABLE account_hours (      -- accounts whose hours of duty are known: those of duty_account, or from shift_start to shift_end
  account INTEGER PRIMARY KEY, duty_account INTEGER, shift_start INTEGER, shift_end INTEGER,
  days TEXT NOT NULL,             -- of duty; '' is every day
  hours TEXT) STRICT;             -- "06:00 to 14:00"; NULL: as the duty records say

CREATE TABLE authority (          -- when a person was authorised, by unit or by approval
  person INTEGER NOT NULL, first_day INTEGER NOT NULL, last_day INTEGER NOT NULL,
  PRIMARY KEY (person, first_day, last_day)) STRICT, WITHOUT ROWID;

CREATE TABLE unevaluated (        -- what could not be tested: never counted as passed
  what TEXT NOT NULL,             -- a rule, or a meaning
  source INTEGER NOT NULL, line INTEGER NOT NULL, why TEXT NOT NULL) STRICT;

-- ------------------------------------------------------------------------------------------------------- findings

CREATE TABLE rule (               -- the cards of analyze/rules, in clause order
  place INTEGER PRIMARY KEY, rule TEXT, clause TEXT NOT NULL, title TEXT NOT NULL, severity TEXT, subject TEXT, examines TEXT,
  needs TEXT, says TEXT NOT NULL, means TEXT, innocent TEXT, path TEXT NOT NULL, text TEXT NOT NULL, own INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL CHECK (status IN ('compliant', 'exceptions', 'not tested', 'not testable')),
  tested INTEGER NOT NULL, exceptions INTEGER NOT NULL, why TEXT NOT NULL) STRICT;

CREATE TABLE finding_row (        -- one finding; view finding adds what its rule says of all of them
  finding INTEGER PRIMARY KEY,    -- 1, 2, 3 ... in the order of place, occurred_at, subject
  finding_id TEXT NOT NULL,       -- of the rule and the subject, the same run after run; unique
  place INTEGER NOT NULL, subject TEXT NOT NULL, user_id TEXT, report_number TEXT, occurred_at TEXT, detail TEXT NOT NULL,
  explanation TEXT NOT NULL, source INTEGER, line INTEGER, disposition TEXT,
  evidence TEXT) STRICT;          -- the rows it rests on, "source:line source:line", each once; NULL: the row at its own source and line

-- ---------------------------------------------------------------------------------- what rules and people read

CREATE VIEW finding AS
  SELECT f.finding, f.finding_id, f.place, r.rule, r.severity, r.subject AS subject_kind, f.subject, f.user_id, f.report_number, f.occurred_at,
         f.detail, f.explanation, f.source, f.line, f.disposition
    FROM finding_row f JOIN rule r USING (place);

CREATE VIEW finding_span AS       -- the numbers of a rule's findings
  SELECT place, rule, first, first + exceptions - 1 AS last
    FROM (SELECT place, rule, exceptions, 1 + coalesce(sum(exceptions) OVER (ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS first
            FROM rule) WHERE exceptions;

CREATE VIEW evidence AS           -- the rows a finding rests on
  SELECT f.finding, CAST(substr(j.value, 1, instr(j.value, ':') - 1) AS INTEGER) AS source, CAST(substr(j.value, instr(j.value, ':') + 1) AS INTEGER) AS line
    FROM finding_row f, json_each('["' || replace(coalesce(f.evidence, f.source || ':' || f.line), ' ', '","') || '"]') j
   WHERE j.value <> '';

CREATE VIEW activity AS           -- every log row of the period, with its user; a row that a rule passes over costs no more than its brief
  SELECT v.event, e.name, e.source, e.line, e.source || ':' || e.line AS place, v.at, v.at_ms, v.at_other, v.at_doubt, v.day, e.occurred_at,
         v.minute, v.is_search, e.action, v.account, v.session, v.person, a.user_id,
         coalesce(nullif(e.user_name, ''), a.user_name) AS user_name,
         iif(e.user_name = a.user_name, a.who, coalesce(nullif(e.user_name, '') || ' (' || a.login || ')', a.who)) AS who,
         iif(e.withheld & 2, NULL, nullif(e.workstation, '')) AS workstation, v.reason, e.case_number, e.withheld,
         iif(v.selected = 2, e.candidate, NULL) AS candidate, e.utc_offset, v.selected, v.purpose, v.report, v.use_row
    FROM event_brief v LEFT JOIN account_shown a ON a.account = v.account LEFT JOIN event e ON e.event = v.event
   WHERE v.in_period;

CREATE VIEW search_brief AS       -- every search of the period, in brief: what a rule tests before it joins the search itself
  SELECT * FROM event_brief WHERE is_search AND in_period;

CREATE VIEW search AS             -- every search of the period, with its purpose and its report
  SELECT v.*, r.text AS reason_text, r.words AS purpose_words, n.orphan_kind, n.why AS link_why, n.case_key, p.number AS report_number
    FROM activity v LEFT JOIN reason r ON r.reason = v.reason LEFT JOIN session n ON n.session = v.session
    LEFT JOIN report p ON p.report = v.report
   WHERE v.is_search;

CREATE VIEW report_unread AS      -- reports whose silence says nothing: a narrative is withheld, not exported or could not be evaluated
  SELECT report FROM report_brief WHERE unread;

CREATE VIEW search_linked AS SELECT * FROM search
   WHERE report NOT NULL AND (use_row NOT NULL OR NOT EXISTS (SELECT 1 FROM report_brief b WHERE b.report = search.report AND b.unread));
CREATE VIEW search_with_purpose AS SELECT * FROM search WHERE purpose NOT NULL;
CREATE VIEW search_for_health AS SELECT * FROM search WHERE purpose = 'health';
CREATE VIEW search_with_candidate AS SELECT * FROM search WHERE selected = 2;
CREATE VIEW search_by_known_user AS SELECT * FROM search WHERE person NOT NULL;

CREATE VIEW hours AS              -- [hours] of audit.ini in minutes of the day; DAYS '' is every day
  SELECT max(iif(key = 'start', substr(value, 1, 2) * 60 + substr(value, 4, 2), NULL)) AS hours_start,
         max(iif(key = 'end', substr(value, 1, 2) * 60 + substr(value, 4, 2), NULL)) AS hours_end,
         coalesce(max(iif(key = 'days', value, NULL)), '') AS days
    FROM setting WHERE section = 'hours';

CREATE VIEW search_with_hours AS       -- searches, in brief, whose user has duty records; where there is no schedule, shift hours of their own, else [hours]
  SELECT b.event, b.at, b.at_other, b.minute, h.duty_account, h.shift_start, h.shift_end, h.hours,
         h.days <> '' AND NOT instr(h.days, substr('ThuFriSatSunMonTueWed', b.day % 7 * 3 + 1, 3)) AS free_day
    FROM search_brief b JOIN account_hours h USING (account)
   WHERE b.at_doubt IS NOT 'no time of day';

CREATE VIEW documented_report AS  -- reports that document a use in the period, or that a search of the period is linked to
  SELECT b.report, p.number, p.first_day, p.last_day, p.use_row, w.source, w.line, w.source || ':' || w.line AS place,
         w.day AS use_day, w.officer AS use_officer, w.at_text AS occurred_at,
         b.rows, b.typed, b.candidate, b.named, b.no_candidate, b.searcher, b.reason, b.corroborated, b.linked, b.unread,
         b.exported, b.selected, b.withheld, b.user_id
    FROM report_brief b LEFT JOIN report p ON p.report = b.report LEFT JOIN report_fact w ON w.row = p.use_row
   WHERE b.documented;

CREATE VIEW report_row AS SELECT f.*, m.report, m.author FROM report_fact f JOIN row_meaning m ON m.row = f.row;

CREATE VIEW reading AS            -- found by its number or by its row
  SELECT s.statement AS reading, m.row, s.meaning, s.start, s.length,
         CAST(substr(CAST(n.text AS BLOB), s.start + 1, s.length) AS TEXT) AS words, s.value, s.person, s.day
    FROM row_meaning m JOIN statement s ON s.statement BETWEEN m.row << 16 AND m.row << 16 | 65535 AND m.row = s.statement >> 16
    LEFT JOIN narrative n ON n.row = m.row;

CREATE VIEW report_statement AS   -- what the rows of a report say
  SELECT w.report, g.reading, g.meaning, g.value, g.words, g.person, w.row, w.source, w.line, w.source || ':' || w.line AS place,
         w.officer IS NULL OR w.withheld & 2 OR trim(w.officer || coalesce(w.officer_id, '')) <> '' AS authored
    FROM reading g JOIN report_row w USING (row);

CREATE VIEW whole_report AS       -- those of them whose every row could be read, so that silence counts
  SELECT * FROM documented_report WHERE NOT unread;

CREATE VIEW dated_report AS       -- reports with a row dated in the period that documents a use; the row is the first such
  SELECT b.report, p.number, b.dated_row AS row, w.source, w.line, w.source || ':' || w.line AS place, w.at_text AS occurred_at, b.linked
    FROM report_brief b LEFT JOIN report p ON p.report = b.report LEFT JOIN report_fact w ON w.row = b.dated_row
   WHERE b.dated_row NOT NULL;

CREATE VIEW linked_report AS SELECT * FROM documented_report WHERE linked;
CREATE VIEW candidate_report AS SELECT * FROM documented_report WHERE candidate;
CREATE VIEW whole_candidate_report AS SELECT * FROM candidate_report WHERE NOT unread;

CREATE VIEW health_report AS      -- whole reports that a public-health search of the period is linked to
  SELECT p.report, p.number, p.first_day, p.last_day, p.use_row, p.source, p.line, p.place, p.use_day, p.use_officer, p.occurred_at,
         min(s.user_id) AS user_id, group_concat(s.place, ' ') AS searches
    FROM search_for_health s CROSS JOIN whole_report p USING (report) GROUP BY p.report;

CREATE VIEW account_with_workstation AS SELECT account FROM account a WHERE EXISTS
  (SELECT 1 FROM event e WHERE e.account = a.account AND e.in_period AND e.workstation <> '' AND NOT e.withheld & 2);
CREATE VIEW account_with_candidate AS SELECT account FROM account a WHERE EXISTS
  (SELECT 1 FROM event e WHERE e.account = a.account AND e.in_period AND e.is_search AND e.candidate <> '' AND NOT e.withheld & 128);
CREATE VIEW separated_person AS SELECT * FROM person  -- by the end of the period
   WHERE separated_day <= (SELECT CAST(value AS INTEGER) FROM setting WHERE section = 'run' AND key = 'to_day');

CREATE VIEW log_id_all AS         -- the ids of the log, taken apart; those of rejected rows too, which have no event
  SELECT v.id_prefix AS prefix, length(e.id) - length(v.id_prefix) AS digits, v.id_number AS number, e.source, e.line, v.event
    FROM event_brief v LEFT JOIN event e ON e.event = v.event WHERE v.id_number NOT NULL
  UNION ALL
  SELECT prefix, length(id) - length(prefix), CAST(substr(id, length(prefix) + 1) AS INTEGER), source, line, NULL
    FROM (SELECT id, rtrim(id, '0123456789') AS prefix, source, line FROM reject WHERE id <> '')
   WHERE length(id) - length(prefix) BETWEEN 1 AND 18;

CREATE VIEW log_step AS           -- each run with the greatest id of its prefix before it, and how many ids it adds
  SELECT prefix, first, last, digits, first_source, first_line, last_source, last_line, last_event, before,
         max(0, last - max(first, coalesce(before + 1, first)) + 1) AS ids
    FROM (SELECT *, max(last) OVER (PARTITION BY prefix ORDER BY first ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before FROM log_run);

CREATE VIEW log_sequence AS       -- the prefixes that ids run in: five ids or more, of which at most one in five comes after a gap
  SELECT prefix FROM log_step GROUP BY prefix HAVING sum(ids) >= 5 AND coalesce(sum(first > before + 1), 0) * 5 <= sum(ids);

CREATE VIEW log_id AS SELECT * FROM log_id_all WHERE prefix IN (SELECT prefix FROM log_sequence);  -- the ids that run in sequence

-- ------------------------------------------------------------------------------------- published views (CONTRACT 5)

CREATE VIEW audit_search AS
  SELECT e.name AS event, s.path AS source_file, e.line AS source_line, e.occurred_at, a.user_id,
         coalesce(nullif(e.user_name, ''), a.user_name) AS user_name,
         e.case_number, r.text AS reason, r.purpose, e.candidate AS candidate_selected,
         p.number AS report_number, n.method AS link_method, n.confidence AS link_confidence, n.why AS link_reason, n.orphan_kind,
         r.words AS purpose_words, e.action, e.workstation, e.address, e.probe AS probe_image, e.returned AS candidates_returned,
         e.at_doubt, e.session
    FROM event e JOIN source s USING (source) JOIN account a USING (account)
    LEFT JOIN reason r ON r.reason = e.reason LEFT JOIN session n ON n.session = e.session LEFT JOIN report p ON p.report = n.report
   WHERE e.is_search AND e.in_period;

CREATE VIEW audit_finding AS
  SELECT f.finding_id, f.rule, r.clause, f.severity, f.subject_kind, f.subject, f.user_id, f.report_number, f.occurred_at, f.detail,
         f.explanation, s.path AS source_file, f.line AS source_line, f.disposition, r.title, r.innocent,
         f.finding AS number
    FROM finding f JOIN rule r USING (place) LEFT JOIN source s ON s.source = f.source;

CREATE VIEW audit_evidence AS
  SELECT f.finding_id, s.kind, s.path AS source_file, v.line AS source_line
    FROM finding f JOIN evidence v USING (finding) JOIN source s ON s.source = v.source;

CREATE VIEW audit_reject AS
  SELECT s.path AS source_file, j.line AS source_line, j.reason, j.raw FROM reject j JOIN source s USING (source);

CREATE VIEW audit_input AS
  SELECT path, sha256, bytes, rows, kept, duplicates, rejected, not_data, encoding, delimiter, header_line, first_at, last_at,
         kind, time_zone, date_order FROM source ORDER BY source;

CREATE VIEW audit_clause AS
  SELECT clause, title, rule, status, tested, exceptions, why, severity, place FROM rule ORDER BY place;
