-- The audit database. Facts are what the exports said (ingest writes them once); meanings are what analyze made of them;
-- findings are what the rules say. The views at the end named audit_* are the published interface (CONTRACT 5).
--
-- A text cell has four states: stated; empty = ''; not exported = NULL, the column was missing; withheld = the cell's bit
-- is set in "withheld" and the column keeps the token ("***", "REDACTED") as it was written.
-- Moments are seconds since 1970-01-01T00:00:00Z; days are days since 1970-01-01 in the agency's time zone.

PRAGMA application_id = 1178682708;  -- 'FAUT'
PRAGMA user_version = 3;

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

CREATE TABLE candidate (          -- each distinct name selected in a search
  name TEXT PRIMARY KEY,          -- as event.candidate has it
  key TEXT,                       -- meaning: equal for every order and spelling of the words
  person INTEGER) STRICT;         -- meaning: the member of the personnel file of the same first and last name

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
  withheld INTEGER NOT NULL DEFAULT 0) STRICT; -- bits: 1 user_name 2 workstation 4 address 8 case_number 16 reason 32 probe 64 returned 128 candidate

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
  documented INTEGER NOT NULL DEFAULT 0,    -- a row that does is dated in the period or not at all, or a search of the period is linked to it
  candidate INTEGER NOT NULL DEFAULT 0, named INTEGER NOT NULL DEFAULT 0, no_candidate INTEGER NOT NULL DEFAULT 0,
  searcher INTEGER NOT NULL DEFAULT 0, reason INTEGER NOT NULL DEFAULT 0, corroborated INTEGER NOT NULL DEFAULT 0,
  account INTEGER,                -- of the searches linked to it, the first by user id; NULL: none is
  searches INTEGER NOT NULL DEFAULT 0,      -- of the period, linked to it
  exported INTEGER NOT NULL DEFAULT 0, selected INTEGER NOT NULL DEFAULT 0, withheld INTEGER NOT NULL DEFAULT 0) STRICT; -- their candidates

CREATE TABLE statement (          -- what a narrative says; view reading has its row, and the words that say it
  statement INTEGER PRIMARY KEY,  -- row << 16 | its number in the row
  meaning TEXT NOT NULL,
  start INTEGER NOT NULL, length INTEGER NOT NULL, -- bytes of the narrative
  value TEXT,                     -- a name, a document, a date
  person INTEGER,                 -- the person meant, where found
  day INTEGER) STRICT;

CREATE TABLE phrase (             -- what is said of links: HEAD, the number cited, MIDDLE, the report's number, TAIL
  phrase INTEGER PRIMARY KEY,
  method TEXT, confidence REAL,   -- NULL: no report
  orphan_kind TEXT,               -- why there is none
  cites INTEGER NOT NULL,         -- a number cited is told
  keyed INTEGER NOT NULL,         -- the number cited is the report's own
  head TEXT NOT NULL, middle TEXT NOT NULL, tail TEXT NOT NULL) STRICT;

CREATE TABLE rival (              -- reports that were weighed for a session and lost, best first
  session INTEGER NOT NULL, report INTEGER NOT NULL,
  weight INTEGER NOT NULL,        -- hundredths
  phrase INTEGER NOT NULL,
  cited TEXT) STRICT;             -- NULL: the case number of the session's first search

CREATE TABLE comparison (         -- what a report says held against the log rows linked to it
  what TEXT NOT NULL,             -- 'searcher': with the account's owner; 'candidate': with the names selected
  report INTEGER NOT NULL, reading INTEGER NOT NULL,
  account INTEGER,                -- of a searcher
  relation TEXT NOT NULL) STRICT; -- 'same', 'partly' (no contradiction), 'different', 'nobody' (none selected)

-- In brief: the same once more, narrow and joined, for the views that rules read; made when all is linked.

CREATE TABLE event_brief (        -- one row of the user log
  event INTEGER PRIMARY KEY, in_period INTEGER NOT NULL, is_search INTEGER NOT NULL,
  watch INTEGER NOT NULL,         -- of its account, view account_watch
  day INTEGER NOT NULL, account INTEGER NOT NULL,
  person INTEGER,                 -- NULL: not in the personnel file
  report INTEGER,                 -- NULL: none
  use_row INTEGER,                -- of the report
  purpose TEXT,                   -- of the reason
  selected INTEGER NOT NULL,      -- the candidate: 0 not exported, 1 none, 2 stated, 3 withheld
  minute INTEGER NOT NULL,        -- of the day, agency time
  shift_start INTEGER, shift_end INTEGER, -- of its account, where they alone are its hours of duty, on every day
  at INTEGER NOT NULL, at_other INTEGER, at_doubt TEXT, reason INTEGER,
  phrase INTEGER,                 -- what is said of its session; NULL: no search
  session INTEGER,                -- its first search
  searches INTEGER,               -- of a first search: those of the session
  cited TEXT,                     -- the number that the phrase tells of; NULL: as the case number has it
  case_key TEXT) STRICT;          -- the number cited, equal for every spelling, where it is not the report's own; NULL: none

CREATE TABLE linked (             -- rows of the log by the report they are linked to; view linked_event takes the two apart
  linked INTEGER PRIMARY KEY) STRICT; -- report << 32 | event

CREATE TABLE event_soon (         -- rows of the log with another of their account no more than shared_minutes and a second away
  event INTEGER PRIMARY KEY) STRICT;

CREATE TABLE account_shown (      -- an account as rules and findings name it
  account INTEGER PRIMARY KEY, login TEXT NOT NULL, -- as the log has it
  user_id TEXT NOT NULL,          -- the same in the spelling of the personnel file
  user_name TEXT NOT NULL,        -- '': none is given
  who TEXT NOT NULL) STRICT;      -- "Kevin Lopez (klopez)", or the login alone

CREATE TABLE day_brief (          -- log rows by day; the others count searches
  day INTEGER NOT NULL, in_period INTEGER NOT NULL, rows INTEGER NOT NULL, searches INTEGER NOT NULL, linked INTEGER NOT NULL,
  documented INTEGER NOT NULL, PRIMARY KEY (day, in_period)) STRICT, WITHOUT ROWID;

CREATE TABLE account_activity (   -- accounts with a row in the period
  account INTEGER PRIMARY KEY, searches INTEGER NOT NULL, linked INTEGER NOT NULL, documented INTEGER NOT NULL,
  first_event INTEGER NOT NULL, last_event INTEGER NOT NULL,  -- searches; 0: none
  workstation INTEGER NOT NULL,   -- a row states one
  rows INTEGER NOT NULL, timed INTEGER NOT NULL, candidates INTEGER NOT NULL) STRICT; -- of the log; searches with a time of day; that state one

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

CREATE VIEW account_watch AS      -- what rules must look at in an account's rows: all else of its person is in order throughout the period
  SELECT a.account, (p.person IS NULL OR NOT EXISTS (SELECT 1 FROM authority u WHERE u.person = p.person AND u.first_day <= from_day AND u.last_day >= to_day))
           + 2 * (p.person NOT NULL AND coalesce(p.approved_day > from_day, 1)) + 4 * (p.person NOT NULL AND coalesce(p.trained_day > from_day, 1))
           + 8 * (p.separated_day NOT NULL) + 16 * (h.account NOT NULL) AS watch, -- 1 authority 2 approval 4 training 8 separation 16 hours of duty are known
         iif(h.duty_account IS NULL AND h.days = '', h.shift_start, NULL) AS shift_start,
         iif(h.duty_account IS NULL AND h.days = '', h.shift_end, NULL) AS shift_end
    FROM account a JOIN period LEFT JOIN person p ON p.person = a.person LEFT JOIN account_hours h ON h.account = a.account;

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

CREATE INDEX finding_of_user ON finding_row (place, user_id);

CREATE VIEW finding_brief AS      -- how many findings of each rule each user has
  SELECT f.place, r.severity, f.user_id, count(*) AS findings FROM finding_row f JOIN rule r USING (place) GROUP BY f.place, f.user_id;

CREATE VIEW finding_span AS       -- the numbers of a rule's findings
  SELECT place, rule, first, first + exceptions - 1 AS last
    FROM (SELECT place, rule, exceptions, 1 + coalesce(sum(exceptions) OVER (ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS first
            FROM rule) WHERE exceptions;

CREATE VIEW evidence AS           -- the rows a finding rests on
  SELECT f.finding, CAST(substr(j.value, 1, instr(j.value, ':') - 1) AS INTEGER) AS source, CAST(substr(j.value, instr(j.value, ':') + 1) AS INTEGER) AS line
    FROM finding_row f, json_each('["' || replace(coalesce(f.evidence, f.source || ':' || f.line), ' ', '","') || '"]') j
   WHERE j.value <> '';

CREATE VIEW period AS             -- its first and last day
  SELECT max(iif(key = 'from_day', CAST(value AS INTEGER), NULL)) AS from_day, max(iif(key = 'to_day', CAST(value AS INTEGER), NULL)) AS to_day
    FROM setting WHERE section = 'run';

CREATE VIEW activity AS           -- every log row of the period, with its user; a row that a rule passes over costs no more than its brief
  SELECT v.event, e.name, e.source, e.line, e.source || ':' || e.line AS place, v.at, e.at_ms, v.at_other, v.at_doubt, v.day, e.occurred_at,
         v.minute, v.is_search, e.action, v.account, v.session, v.person, a.user_id,
         coalesce(nullif(e.user_name, ''), a.user_name) AS user_name,
         iif(e.user_name = a.user_name, a.who, coalesce(nullif(e.user_name, '') || ' (' || a.login || ')', a.who)) AS who,
         iif(e.withheld & 2, NULL, nullif(e.workstation, '')) AS workstation, v.reason, e.case_number, e.withheld,
         iif(v.selected = 2, e.candidate, NULL) AS candidate, e.utc_offset, v.selected, v.purpose, v.report, v.use_row, v.phrase, v.cited,
         v.case_key AS own_key
    FROM event_brief v LEFT JOIN account_shown a ON a.account = v.account LEFT JOIN event e ON e.event = v.event
   WHERE v.in_period;

CREATE VIEW search_brief AS       -- every search of the period, in brief: what a rule tests before it joins the search itself
  SELECT * FROM event_brief WHERE is_search AND in_period;

CREATE VIEW search AS             -- every search of the period, with its purpose and its report
  SELECT v.*, r.text AS reason_text, r.words AS purpose_words, f.orphan_kind, iif(f.keyed, 'report ' || v.report, v.own_key) AS case_key,
         f.head || iif(f.cites, coalesce(v.cited, v.case_number), '') || f.middle || iif(v.report, p.number, '') || f.tail AS link_why,
         p.number AS report_number
    FROM activity v LEFT JOIN reason r ON r.reason = v.reason LEFT JOIN phrase f ON f.phrase = v.phrase LEFT JOIN report p ON p.report = v.report
   WHERE v.is_search;

CREATE VIEW event_linked AS       -- every row of the log with what became of its session
  SELECT e.*, v.session, v.report, p.number AS report_number, p.use_row, f.method, f.confidence,
         f.head || iif(f.cites, coalesce(v.cited, e.case_number), '') || f.middle || iif(v.report, p.number, '') || f.tail AS why, f.orphan_kind,
         iif(f.keyed, 'report ' || v.report, v.case_key) AS case_key
    FROM event e LEFT JOIN event_brief v ON v.event = e.event LEFT JOIN phrase f ON f.phrase = v.phrase LEFT JOIN report p ON p.report = v.report;

CREATE VIEW session AS            -- searches of one account for one probe, and what became of them
  SELECT v.event AS session, v.account, v.event AS first_event, v.searches, v.report, f.method, f.confidence,
         f.head || iif(f.cites, coalesce(v.cited, e.case_number), '') || f.middle || iif(v.report, p.number, '') || f.tail AS why, f.orphan_kind,
         iif(f.keyed, 'report ' || v.report, v.case_key) AS case_key
    FROM event_brief v LEFT JOIN phrase f ON f.phrase = v.phrase LEFT JOIN report p ON p.report = v.report LEFT JOIN event e ON e.event = v.event
   WHERE v.searches;

CREATE VIEW alternative AS        -- reports that were weighed for a session and lost, best first
  SELECT x.session, x.report, x.weight / 100.0 AS score,
         f.head || iif(f.cites, coalesce(x.cited, e.case_number), '') || f.middle || p.number || f.tail AS why
    FROM rival x JOIN phrase f USING (phrase) JOIN report p USING (report) JOIN event e ON e.event = x.session;

CREATE VIEW linked_event AS       -- found by their report
  SELECT p.report, l.linked & 4294967295 AS event
    FROM report p CROSS JOIN linked l ON l.linked BETWEEN p.report << 32 AND p.report << 32 | 4294967295;

CREATE VIEW report_brief AS       -- a report without the words of its rows; LACKS as in view lack
  SELECT *, account NOT NULL AS linked,
         (candidate AND NOT named) + 2 * (NOT searcher) + 4 * (NOT reason) + 8 * (NOT (candidate OR no_candidate)) + 16 * (NOT typed) AS lacks
    FROM report;

CREATE VIEW lack AS               -- what each set of elements that a report may lack is called
  WITH part (bit, element, words) AS (VALUES (1, 'name', 'the name of the person identified'), (2, 'officer', 'the officer who searched'),
    (4, 'reason', 'the reason'), (8, 'result', 'the result'), (16, 'type', 'the type of investigation')),
  sets (bits) AS (SELECT 1 UNION ALL SELECT bits + 1 FROM sets WHERE bits < 31)
  SELECT bits, group_concat(element, '+') AS detail, group_concat(words, ', ') AS words FROM sets JOIN part ON bits & bit GROUP BY bits;

CREATE VIEW report_unread AS      -- reports whose silence says nothing: a narrative is withheld, not exported or could not be evaluated
  SELECT report FROM report WHERE unread;

CREATE VIEW search_linked AS SELECT * FROM search
   WHERE report NOT NULL AND (use_row NOT NULL OR NOT EXISTS (SELECT 1 FROM report p WHERE p.report = search.report AND p.unread));
CREATE VIEW search_with_purpose AS SELECT * FROM search WHERE purpose NOT NULL;
CREATE VIEW search_unjudged AS SELECT * FROM search_brief WHERE purpose IS NULL;  -- no rule about reasons can say anything of them
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
         iif(h.days = '', 0, NOT instr(h.days, substr('ThuFriSatSunMonTueWed', b.day % 7 * 3 + 1, 3))) AS free_day,
         CASE WHEN b.shift_start < b.shift_end THEN b.minute >= b.shift_start AND b.minute < b.shift_end
              WHEN b.shift_start > b.shift_end THEN b.minute >= b.shift_start OR b.minute < b.shift_end
              ELSE 0 END AS in_shift -- 0, too, where more than the shift tells
    FROM search_brief b JOIN account_hours h USING (account)
   WHERE b.watch & 16 AND b.at_doubt IS NOT 'no time of day';

CREATE VIEW documented_report AS  -- reports that document a use in the period, or that a search of the period is linked to
  SELECT p.report, p.number, p.first_day, p.last_day, p.use_row, w.source, w.line, w.source || ':' || w.line AS place,
         w.day AS use_day, w.officer AS use_officer, w.at_text AS occurred_at,
         p.rows, p.typed, p.candidate, p.named, p.no_candidate, p.searcher, p.reason, p.lacks, p.corroborated, p.linked, p.unread,
         p.exported, p.selected, p.withheld, a.user_id
    FROM report_brief p LEFT JOIN report_fact w ON w.row = p.use_row LEFT JOIN account a ON a.account = p.account
   WHERE p.documented;

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
  SELECT p.report, p.number, p.dated_row AS row, w.source, w.line, w.source || ':' || w.line AS place, w.at_text AS occurred_at,
         p.account NOT NULL AS linked
    FROM report p LEFT JOIN report_fact w ON w.row = p.dated_row
   WHERE p.dated_row NOT NULL;

CREATE VIEW linked_report AS SELECT * FROM documented_report WHERE linked;
CREATE VIEW candidate_report AS SELECT * FROM documented_report WHERE candidate;
CREATE VIEW whole_candidate_report AS SELECT * FROM candidate_report WHERE NOT unread;

CREATE VIEW health_report AS      -- whole reports that a public-health search of the period is linked to
  SELECT p.report, p.number, p.first_day, p.last_day, p.use_row, p.source, p.line, p.place, p.use_day, p.use_officer, p.occurred_at,
         min(s.user_id) AS user_id, group_concat(s.place, ' ') AS searches
    FROM search_for_health s CROSS JOIN whole_report p USING (report) GROUP BY p.report;

CREATE VIEW account_brief AS      -- accounts that searched in the period
  SELECT account, searches, linked, documented, first_event, last_event FROM account_activity WHERE searches;
CREATE VIEW account_with_workstation AS SELECT account FROM account_activity WHERE workstation;
CREATE VIEW account_with_candidate AS SELECT account FROM account_activity WHERE candidates;
CREATE VIEW separated_person AS SELECT * FROM person  -- by the end of the period
   WHERE separated_day <= (SELECT to_day FROM period);

CREATE VIEW log_step AS           -- each run with the greatest id of its prefix before it, and how many ids it adds
  SELECT prefix, first, last, digits, first_source, first_line, last_source, last_line, last_event, before,
         max(0, last - max(first, coalesce(before + 1, first)) + 1) AS ids
    FROM (SELECT *, max(last) OVER (PARTITION BY prefix ORDER BY first ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before FROM log_run);

CREATE VIEW log_sequence AS       -- the prefixes that ids run in: five ids or more, of which at most one in five comes after a gap
  SELECT prefix FROM log_step GROUP BY prefix HAVING sum(ids) >= 5 AND coalesce(sum(first > before + 1), 0) * 5 <= sum(ids);

CREATE VIEW log_id AS             -- the ids that run in sequence; those of rejected rows too, which have no event
  SELECT r.prefix, r.last - (r.last_event - v.event) AS number, e.source, e.line, v.event
    FROM log_run r CROSS JOIN event_brief v ON v.event BETWEEN r.last_event - (r.last - r.first) AND r.last_event LEFT JOIN event e ON e.event = v.event
   WHERE r.prefix IN (SELECT prefix FROM log_sequence)
  UNION ALL
  SELECT prefix, first, first_source, first_line, NULL FROM log_run
   WHERE last_event IS NULL AND prefix IN (SELECT prefix FROM log_sequence);

CREATE VIEW report_unjudged AS SELECT report FROM report WHERE unread AND use_row IS NULL; -- nor any rule about narratives of these

CREATE VIEW examined AS           -- how many rows the views have that most rules examine, from what was counted of the log and one look at reports
  WITH v AS MATERIALIZED (
    SELECT sum(rows) AS rows, sum(v.searches) AS searches, sum(linked) AS linked, sum(candidates) AS candidates, sum(iif(person > 0, v.searches, 0)) AS known,
           sum(iif(account IN (SELECT account FROM account_hours), timed, 0)) AS timed
      FROM account_activity v JOIN account USING (account)),
  r AS MATERIALIZED (
    SELECT sum(iif(name IS NULL, 0, searches)) AS purposed, sum(iif(name IS NULL, searches, 0)) AS unjudged, sum(iif(name = 'health', searches, 0)) AS health
      FROM tally WHERE what = 'purpose'),
  p AS MATERIALIZED (
    SELECT sum(documented AND account NOT NULL) AS linked, sum(documented AND candidate) AS candidates, sum(documented AND NOT unread) AS whole,
           sum(documented AND candidate AND NOT unread) AS whole_candidates, sum(dated_row NOT NULL) AS dated,
           sum(iif(unread AND use_row IS NULL, searches, 0)) AS unread, sum(unread AND use_row IS NULL) AS unjudged
      FROM report)
  SELECT 'activity' AS view, coalesce(rows, 0) AS rows FROM v
   UNION ALL SELECT 'search', coalesce(searches, 0) FROM v
   UNION ALL SELECT 'search_by_known_user', coalesce(known, 0) FROM v
   UNION ALL SELECT 'search_with_purpose', coalesce(purposed, 0) FROM r
   UNION ALL SELECT 'search_unjudged', coalesce(unjudged, 0) FROM r
   UNION ALL SELECT 'report_unjudged', coalesce(unjudged, 0) FROM p
   UNION ALL SELECT 'search_for_health', coalesce(health, 0) FROM r
   UNION ALL SELECT 'search_with_candidate', coalesce(candidates, 0) FROM v
   UNION ALL SELECT 'search_with_hours', coalesce(timed, 0) FROM v
   UNION ALL SELECT 'search_linked', coalesce(v.linked, 0) - coalesce(p.unread, 0) FROM v, p
   UNION ALL SELECT 'linked_report', coalesce(linked, 0) FROM p
   UNION ALL SELECT 'candidate_report', coalesce(candidates, 0) FROM p
   UNION ALL SELECT 'whole_report', coalesce(whole, 0) FROM p
   UNION ALL SELECT 'whole_candidate_report', coalesce(whole_candidates, 0) FROM p
   UNION ALL SELECT 'dated_report', coalesce(dated, 0) FROM p
   UNION ALL SELECT 'log_id', coalesce(sum(last - first + 1), 0) FROM log_run WHERE prefix IN (SELECT prefix FROM log_sequence);

-- ------------------------------------------------------------------------------------- published views (CONTRACT 5)

CREATE VIEW audit_search AS
  SELECT e.name AS event, s.path AS source_file, e.line AS source_line, e.occurred_at, a.user_id,
         coalesce(nullif(e.user_name, ''), a.user_name) AS user_name,
         e.case_number, r.text AS reason, r.purpose, e.candidate AS candidate_selected,
         e.report_number, e.method AS link_method, e.confidence AS link_confidence, e.why AS link_reason, e.orphan_kind,
         r.words AS purpose_words, e.action, e.workstation, e.address, e.probe AS probe_image, e.returned AS candidates_returned,
         e.at_doubt, e.session
    FROM event_linked e JOIN source s USING (source) JOIN account a USING (account) LEFT JOIN reason r ON r.reason = e.reason
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
