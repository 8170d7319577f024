-- The audit database. Facts are what the exports said (ingest writes them once); meanings are what analyze made of
-- them; findings are what the rules say. The views at the end, named audit_*, are for scripts of others: their columns
-- stay.
--
-- A text cell has four states: stated; empty = ''; not exported = NULL, the column was missing; withheld = the column
-- is named in "withheld" and keeps the token ("***", "REDACTED") as it was written. Moments are seconds since
-- 1970-01-01T00:00:00Z; days are days since 1970-01-01 in the agency's time zone.

PRAGMA application_id = 1178682708;  -- 'FAUT'
PRAGMA user_version = 18;

-- ---------------------------------------------------------------------------------------------------------- facts

CREATE TABLE setting (            -- audit.ini with its defaults filled in
  section TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (section, key)) STRICT, WITHOUT ROWID;

CREATE TABLE table_digest (       -- what each other table held when the program last wrote this file
  name TEXT PRIMARY KEY, rows INTEGER NOT NULL,
  sha256 TEXT NOT NULL) STRICT;    -- of every value of every row: its type, and its text with its length or its number

CREATE TABLE severity (           -- how bad a finding is; the worst is at place 1
  place INTEGER PRIMARY KEY, severity TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE choice (             -- what people may answer to an id in dispositions.csv
  about TEXT NOT NULL,            -- what has the id: 'finding'; 'report', a passage of one; 'reason', a passage of one,
                                  -- whose purpose it is
  word TEXT NOT NULL) STRICT;

CREATE TABLE kind (               -- what kinds of input there are, whether supplied or not
  kind  TEXT PRIMARY KEY,         -- its key in [inputs]
  words TEXT NOT NULL) STRICT, WITHOUT ROWID; -- for a person: "duty schedule"

CREATE TABLE source (             -- one file
  source      INTEGER PRIMARY KEY,
  kind        TEXT NOT NULL,      -- of table kind
  path        TEXT NOT NULL,      -- as audit.ini names it
  sha256      TEXT NOT NULL,
  bytes       INTEGER NOT NULL,
  rows        INTEGER NOT NULL,   -- every record and blank line below or above the header; the header itself is not a
                                  -- row
  kept        INTEGER NOT NULL,
  duplicates  INTEGER NOT NULL,
  rejected    INTEGER NOT NULL,
  not_data    INTEGER NOT NULL,   -- titles, repeated headers, totals, blanks
  encoding    TEXT NOT NULL,
  delimiter   TEXT NOT NULL,
  header_line INTEGER NOT NULL,
  time_zone   TEXT,               -- how its local times were read
  date_order  TEXT,               -- 'month first', 'day first', 'year first', 'named month', 'serial', ... as
                                  -- recognised
  clock_doubt INTEGER NOT NULL DEFAULT 0, -- 1: its times look like UTC and were read as local
  other_agency INTEGER NOT NULL DEFAULT 0, -- of the rows kept, those of other agencies in a user log
  first_at    TEXT, last_at TEXT, -- ISO 8601, agency time: the earliest and latest row kept (a date where only dates
                                  -- are known)
  CHECK (rows = kept + duplicates + rejected + not_data)) STRICT;

CREATE TABLE source_column (      -- what each column was taken for
  source INTEGER NOT NULL, position INTEGER NOT NULL, header TEXT NOT NULL,
  role TEXT,                      -- NULL: not used
  how TEXT,                       -- 'audit.ini', 'header', 'header words', 'contents'
  PRIMARY KEY (source, position)) STRICT, WITHOUT ROWID;

CREATE TABLE source_note (        -- what was assumed or doubtful, in words; line 0 is the file as a whole
  note INTEGER PRIMARY KEY, source INTEGER NOT NULL, line INTEGER NOT NULL, text TEXT NOT NULL,
  front INTEGER NOT NULL DEFAULT 0) STRICT; -- 1: a doubt that stands on the first page

CREATE TABLE coverage_kind (      -- what each kind of input covers, in a row; its days are in table coverage
  kind TEXT PRIMARY KEY,
  by TEXT NOT NULL CHECK (by IN ('audit.ini', 'rows', 'period', 'not supplied')), -- how it was worked out
  first_day INTEGER, last_day INTEGER, -- of its rows; NULL: they bear no dates, or were not asked
  usual INTEGER NOT NULL,         -- the longest pause between its rows that is usual, in days; 0: not known
  days INTEGER NOT NULL,          -- of the period that are covered
  gaps INTEGER NOT NULL,          -- silent stretches
  note TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE coverage (           -- the days of the period that a kind of input covers, a stretch a row; both days
                                  -- included
  kind TEXT NOT NULL, from_day INTEGER NOT NULL, to_day INTEGER NOT NULL,
  PRIMARY KEY (kind, from_day)) STRICT;

CREATE TABLE reject (source INTEGER NOT NULL, line INTEGER NOT NULL, reason TEXT NOT NULL, raw TEXT NOT NULL,
  id TEXT) STRICT;                -- the event id of a rejected log row, where it could be read
CREATE TABLE duplicate (source INTEGER NOT NULL, line INTEGER NOT NULL, of_source INTEGER NOT NULL,
    of_line INTEGER NOT NULL) STRICT;
-- blanks are only counted
CREATE TABLE not_data (source INTEGER NOT NULL, line INTEGER NOT NULL, what TEXT NOT NULL, raw TEXT NOT NULL) STRICT;

CREATE TABLE account (            -- a user of the log; spelling by case does not make another one
  account INTEGER PRIMARY KEY, user_id TEXT NOT NULL, user_key TEXT NOT NULL UNIQUE, user_name TEXT,
  person INTEGER,                 -- meaning: the member of the personnel file whose it is; NULL: of none
  person_how TEXT,                -- meaning: by what they were matched
  searches INTEGER NOT NULL DEFAULT 0,
  withheld INTEGER NOT NULL DEFAULT 0, -- 1: the log withholds the user ("***"): rows of anybody, in no view under an
                                       -- account
  -- Whose it is: all accounts of a member are one owner's, PERSON; one of no member owns itself, as -ACCOUNT; withheld:
  -- NULL.
  owner INTEGER AS (iif(withheld, NULL, coalesce(person, -account)))) STRICT;

CREATE TABLE reason (             -- each distinct reason text once
  reason INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE,
  purpose TEXT,                   -- meaning: NULL = could not be judged (withheld, too long, or the pattern engine gave
                                  -- up)
  detail TEXT,                    -- meaning: of an unauthorized purpose: personal, harassment, protected activity or
                                  -- other
  words TEXT,                     -- meaning: the words that decided
  doubt TEXT,                     -- meaning: why there is no purpose, or an unclear one
  strange TEXT,                   -- meaning: its words that no word file has, as typed; NULL: none
  by_case TEXT,                   -- meaning: why its report says what it is for, in a sentence
                                  -- (judge/purpose_by_case.h); NULL: its own words do, or nothing does
  purpose_read TEXT,              -- meaning: the program's own reading, where a person's answer stands in PURPOSE
  -- meaning: of a person, in a sentence, whose purpose it is, and its row "source:line"; NULL: the program's own
  answer TEXT, answer_place TEXT) STRICT;

CREATE TABLE candidate (          -- each distinct name selected in a search
  name TEXT PRIMARY KEY,          -- as event.candidate has it
  key TEXT,                       -- meaning: equal for every order and spelling of the words
  person INTEGER,                 -- meaning: the member of the personnel file of the same first and last name
  doubt TEXT) STRICT;             -- meaning: what speaks against it, in words; NULL: nothing does

CREATE TABLE workstation (        -- meaning: each distinct workstation of the log
  name TEXT PRIMARY KEY,          -- as event.workstation has it
  key TEXT NOT NULL) STRICT, WITHOUT ROWID; -- equal for every spelling of one machine (people/workstation.h)

CREATE TABLE event (              -- one row of the user log
  event INTEGER PRIMARY KEY,      -- in the order read
  is_search INTEGER NOT NULL, in_period INTEGER NOT NULL,
  account INTEGER NOT NULL,
  reason INTEGER,                 -- NULL = no such column
  day INTEGER NOT NULL,
  at INTEGER NOT NULL, at_ms INTEGER NOT NULL DEFAULT 0,
  at_other INTEGER,               -- the second moment of an ambiguous local time
  at_doubt TEXT,                  -- 'ambiguous', 'skipped' or NULL
  utc_offset INTEGER NOT NULL,    -- minutes east, agency zone
  occurred_at TEXT NOT NULL,      -- ISO 8601, agency time: '2022-06-06T09:50:12-04:00', with milliseconds where there
                                  -- are some
  source INTEGER NOT NULL, line INTEGER NOT NULL,
  name TEXT NOT NULL,             -- the log's own id, else file:line; unique
  id TEXT, action TEXT,
  withheld TEXT NOT NULL DEFAULT '', -- which of these columns, and the reason, are: 'workstation candidate'; the next
                                     -- six columns say it of one each
  name_withheld INTEGER AS (instr(withheld, 'user_name') > 0),
  workstation_withheld INTEGER AS (instr(withheld, 'workstation') > 0),
  case_withheld INTEGER AS (instr(withheld, 'case_number') > 0),
  probe_withheld INTEGER AS (instr(withheld, 'probe') > 0),
  candidate_withheld INTEGER AS (instr(withheld, 'candidate') > 0),
  reason_withheld INTEGER AS (instr(withheld, 'reason') > 0),
  user_name TEXT, workstation TEXT, address TEXT, case_number TEXT, probe TEXT, returned TEXT, candidate TEXT,
  agency TEXT) STRICT;

CREATE TABLE other_event (        -- a row of the user log that is another agency's: kept, counted, audited nowhere; its
                                  -- id shows that the log has no gap there
  event INTEGER PRIMARY KEY, account INTEGER NOT NULL, day INTEGER NOT NULL, source INTEGER NOT NULL,
  line INTEGER NOT NULL, id TEXT, agency TEXT NOT NULL) STRICT;

CREATE TABLE log_agency (         -- how the user log names agencies; where none is OWN, nothing was set apart
  agency TEXT UNIQUE, own INTEGER NOT NULL, rows INTEGER NOT NULL) STRICT;

CREATE TABLE report_fact (        -- one row of the incident reports: an original or a supplement; view report_row has
                                  -- its report too
  row INTEGER PRIMARY KEY, source INTEGER NOT NULL, line INTEGER NOT NULL,
  number TEXT NOT NULL,           -- as written
  supplement TEXT, cad TEXT,
  at INTEGER, at_doubt TEXT, day INTEGER,  -- NULL: not exported or unreadable
  at_text TEXT,                   -- ISO 8601, agency time; a date where no time is known
  type TEXT, status TEXT, officer TEXT, officer_id TEXT, supervisor TEXT,
  approved TEXT,                  -- as written
  approved_day INTEGER,           -- NULL: it is no date
  narrated INTEGER,               -- 1: table narrative has its text; 0: empty; NULL: no such column
  withheld TEXT NOT NULL DEFAULT '',       -- which of type, officer, supervisor, approved, narrative are; the next
                                           -- columns say it of one each
  type_withheld INTEGER AS (instr(withheld, 'type') > 0), officer_withheld INTEGER AS (instr(withheld, 'officer') > 0),
  supervisor_withheld INTEGER AS (instr(withheld, 'supervisor') > 0),
  approved_withheld INTEGER AS (instr(withheld, 'approved') > 0),
  narrative_withheld INTEGER AS (instr(withheld, 'narrative') > 0)) STRICT;

CREATE TABLE narrative (          -- apart, since rows are read far oftener than their narratives
  row INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;

CREATE TABLE person (             -- one member of the personnel file (several rows make one person with several
                                  -- assignments)
  person INTEGER PRIMARY KEY, user_id TEXT NOT NULL, user_key TEXT NOT NULL UNIQUE, employee_id TEXT,
  last_name TEXT, first_name TEXT, rank TEXT,
  approved_day INTEGER, approved_by TEXT, trained_day INTEGER, separated_day INTEGER, deactivated_day INTEGER,
  shift_start INTEGER, shift_end INTEGER,          -- minutes of the day
  source INTEGER NOT NULL, line INTEGER NOT NULL) STRICT;

CREATE TABLE assignment (         -- one row of the personnel file
  person INTEGER NOT NULL, unit TEXT, from_day INTEGER, to_day INTEGER, authorized INTEGER NOT NULL,
  source INTEGER NOT NULL, line INTEGER NOT NULL,
  -- as this row has them; person has the earliest approval, the latest of the others
  approved_day INTEGER, separated_day INTEGER, deactivated_day INTEGER) STRICT;
CREATE INDEX assignment_of_person ON assignment (person);

CREATE TABLE notice (             -- a notification of the Chief or designee
  notice INTEGER PRIMARY KEY, source INTEGER NOT NULL, line INTEGER NOT NULL,
  at INTEGER NOT NULL, at_doubt TEXT, notified TEXT, method TEXT, user_id TEXT, case_number TEXT, subject TEXT,
  account INTEGER, report INTEGER, case_key TEXT, -- meanings
  about TEXT) STRICT;             -- 'search' or 'other', by its subject; NULL: not said, or not known

CREATE TABLE shift (              -- duty, start included, end not
  shift INTEGER PRIMARY KEY, source INTEGER NOT NULL, line INTEGER NOT NULL,
  user_id TEXT NOT NULL, start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, start_day INTEGER NOT NULL, end_day INTEGER NOT NULL, kind TEXT,
  on_duty INTEGER NOT NULL,       -- 0: leave, off, suspended
  account INTEGER) STRICT;        -- meaning
CREATE INDEX shift_of_account ON shift (account, start_at, end_at);

CREATE TABLE disposition (        -- what people answered to an id, of a finding, matter or passage, from
                                  -- dispositions.csv
  id TEXT NOT NULL, disposition TEXT NOT NULL, note TEXT, decided_by TEXT, decided_on TEXT,
  due TEXT,                       -- by when something is to be done
  response TEXT,                  -- what the person themselves said
  covers TEXT,                    -- the FACTS of the findings that were there when it was given; NULL: not said
  source INTEGER NOT NULL, line INTEGER NOT NULL) STRICT;
CREATE INDEX disposition_of ON disposition (id, source, line);

-- ------------------------------------------------------------------------------------------------------- meanings

CREATE TABLE row_meaning (        -- of each row of the incident reports
  row INTEGER PRIMARY KEY, report INTEGER NOT NULL,
  author INTEGER, supervisor INTEGER) STRICT; -- as account.owner has them
CREATE INDEX row_of_report ON row_meaning (report);

CREATE TABLE approval (           -- what stands where an approval of a row of the incident reports would, each distinct
                                  -- text once
  words TEXT PRIMARY KEY,
  given INTEGER NOT NULL) STRICT, WITHOUT ROWID; -- 1: it approves; 0: it says that nobody did (view no_approval)

CREATE TABLE incident_type (      -- the types of incidents, each distinct text once
  type TEXT NOT NULL UNIQUE,
  purpose TEXT) STRICT;           -- what a reason of these words would be for; NULL: not evaluated

CREATE TABLE report (             -- a report number with all its rows, and what any of them says
  report INTEGER PRIMARY KEY, number TEXT NOT NULL,
  first_day INTEGER, last_day INTEGER,
  rows INTEGER NOT NULL DEFAULT 1,
  typed INTEGER NOT NULL DEFAULT 1,         -- a row has an incident type, or types were not exported
  unread INTEGER NOT NULL DEFAULT 0,        -- a narrative is withheld, not exported or could not be evaluated
  use_row INTEGER,                -- the first row that documents a use; NULL: none does
  dated_row INTEGER,              -- the first that does and is dated in the period
  documented INTEGER NOT NULL DEFAULT 0,    -- a row that does is dated in the period or not at all, or a search of the
                                            -- period is linked to it
  candidate INTEGER NOT NULL DEFAULT 0, named INTEGER NOT NULL DEFAULT 0, no_candidate INTEGER NOT NULL DEFAULT 0,
  searcher INTEGER NOT NULL DEFAULT 0, reason INTEGER NOT NULL DEFAULT 0, corroborated INTEGER NOT NULL DEFAULT 0,
  linked INTEGER NOT NULL DEFAULT 0,        -- a search is linked to it
  user_id TEXT,                   -- of the searches linked to it, the first of their users
  searches INTEGER NOT NULL DEFAULT 0,      -- of the period, linked to it
  candidate_exported INTEGER NOT NULL DEFAULT 0, candidate_selected INTEGER NOT NULL DEFAULT 0,  -- in one of them
  candidate_withheld INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE reading (            -- what a narrative says, a report's in the order of its rows and their words
  reading INTEGER PRIMARY KEY, row INTEGER NOT NULL,
  meaning TEXT NOT NULL,
  start INTEGER NOT NULL,         -- byte of the narrative
  words TEXT NOT NULL,            -- that say it
  sentence TEXT NOT NULL DEFAULT '', -- in which they stand, whole
  value TEXT,                     -- a name, a document, a date
  owner INTEGER,                  -- whom it means, as account.owner has it, where found
  day INTEGER,
  by_second INTEGER NOT NULL DEFAULT 0) STRICT; -- 1: the second reader alone finds it; the words are the sentence
CREATE INDEX reading_of_row ON reading (row);

CREATE TABLE session (            -- searches of one account for one probe, and what became of them
  session INTEGER PRIMARY KEY,    -- the first of them, an event
  account INTEGER NOT NULL, searches INTEGER NOT NULL,
  report INTEGER,                 -- NULL: none
  method TEXT, confidence REAL,   -- by what the report was found, and how sure that is
  why TEXT NOT NULL,              -- in a sentence
  orphan_kind TEXT,               -- why there is no report
  case_key TEXT) STRICT;          -- the number cited, equal for every spelling; NULL: none

CREATE TABLE session_event (      -- the session of each search
  event INTEGER PRIMARY KEY, session INTEGER NOT NULL) STRICT;

CREATE TABLE alternative (        -- reports that were weighed for a session and lost, best first
  session INTEGER NOT NULL, report INTEGER NOT NULL, score REAL NOT NULL, why TEXT NOT NULL,
  -- 1: a search of the session cites this report's number too, and its officer or its time fits
  cited INTEGER NOT NULL) STRICT;

CREATE TABLE comparison (         -- what a report says held against the log rows linked to it
  what TEXT NOT NULL,             -- 'searcher': with the account's owner; 'candidate': with the names selected
  report INTEGER NOT NULL, reading INTEGER NOT NULL,
  account INTEGER,                -- of a searcher
  relation TEXT NOT NULL) STRICT; -- 'same', 'partly' (no contradiction), 'unsure' (a person must say), 'different'
CREATE INDEX comparison_of_report ON comparison (report, what);

CREATE TABLE named_in_text (      -- a name that the log gives and that the report, as it was read, contradicts or
                                  -- lacks, yet stands in its narratives
  report INTEGER NOT NULL,
  what TEXT NOT NULL,             -- 'searcher', 'officer': the owner of ACCOUNT, where somebody else, or nobody, is
                                  -- read as searcher; 'candidate': whom a linked search selected
  account INTEGER) STRICT;
CREATE INDEX named_in_report ON named_in_text (report, what);

CREATE TABLE account_hours (      -- accounts whose hours of duty are known: those of duty_account, or from shift_start
                                  -- to shift_end
  account INTEGER PRIMARY KEY, duty_account INTEGER, shift_start INTEGER, shift_end INTEGER,
  days TEXT NOT NULL,             -- of duty; '' is every day
  hours TEXT) STRICT;             -- "06:00 to 14:00"; NULL: as the duty records say

CREATE TABLE log_number (         -- the log's own ids that end in a number, those of rejected rows too
  prefix TEXT NOT NULL, number INTEGER NOT NULL, digits INTEGER NOT NULL, source INTEGER NOT NULL,
  line INTEGER NOT NULL,
  event INTEGER,                  -- NULL: rejected
  system INTEGER NOT NULL,        -- of one sequence: the first source of it
  PRIMARY KEY (prefix, number, source, line)) STRICT, WITHOUT ROWID;
CREATE INDEX log_number_of_system ON log_number (system, prefix, number);

CREATE TABLE day_activity (       -- log rows by day; the others count searches
  day INTEGER NOT NULL, in_period INTEGER NOT NULL, rows INTEGER NOT NULL, searches INTEGER NOT NULL,
  linked INTEGER NOT NULL,
  documented INTEGER NOT NULL, PRIMARY KEY (day, in_period)) STRICT, WITHOUT ROWID;

CREATE TABLE account_activity (   -- accounts with a row in the period
  account INTEGER PRIMARY KEY, rows INTEGER NOT NULL, searches INTEGER NOT NULL, linked INTEGER NOT NULL,
  documented INTEGER NOT NULL,
  workstation INTEGER NOT NULL,   -- a row states one
  candidates INTEGER NOT NULL) STRICT; -- searches that state one

CREATE TABLE session_activity (   -- sessions of the period whose user the log tells, by their searches in it
  session INTEGER PRIMARY KEY, account INTEGER NOT NULL, owner INTEGER NOT NULL, -- as in view activity
  event INTEGER NOT NULL,         -- the first of them
  first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, first_day INTEGER NOT NULL, last_day INTEGER NOT NULL,
  minute INTEGER NOT NULL,        -- of the day, of the first
  timed INTEGER NOT NULL,         -- 1: none of their times is in doubt
  report INTEGER, case_key TEXT) STRICT; -- as in session
CREATE INDEX session_of_owner ON session_activity (owner, first_at);

CREATE TABLE second_reading (     -- what the second reader says of each narrative, as numbers of view certainty: the
                                  -- greatest of a report's rows counts
  row INTEGER PRIMARY KEY, use INTEGER NOT NULL, reason INTEGER NOT NULL, officer INTEGER NOT NULL,
  candidate INTEGER NOT NULL, none INTEGER NOT NULL,
  notice INTEGER NOT NULL, name INTEGER NOT NULL, corroborated INTEGER NOT NULL, action INTEGER NOT NULL,
  untried INTEGER NOT NULL DEFAULT 0, -- words near the use, names and numbers apart, that no text has by which the
                                      -- program was tried
  -- 1: unsure, and nearer to a yes
  leans_use INTEGER NOT NULL DEFAULT 0, leans_reason INTEGER NOT NULL DEFAULT 0,
  leans_officer INTEGER NOT NULL DEFAULT 0,
  leans_candidate INTEGER NOT NULL DEFAULT 0, leans_none INTEGER NOT NULL DEFAULT 0,
  leans_notice INTEGER NOT NULL DEFAULT 0,
  leans_name INTEGER NOT NULL DEFAULT 0, leans_corroborated INTEGER NOT NULL DEFAULT 0,
  leans_action INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE understood (         -- what a report says, by two readings that know nothing of each other, or by a
                                  -- person's answer
  report INTEGER NOT NULL, question TEXT NOT NULL, -- view question
  lexicon INTEGER NOT NULL,       -- 1: the word lists find it said
  second INTEGER NOT NULL,        -- of view certainty
  state TEXT NOT NULL CHECK (state IN ('said', 'not said', 'not settled')),
  answer TEXT, answer_place TEXT, -- a person's, in a sentence, and its row "source:line"; NULL: none
  PRIMARY KEY (report, question)) STRICT, WITHOUT ROWID;

CREATE TABLE answered (           -- what people answered about reports
  report INTEGER NOT NULL, question TEXT NOT NULL, answer TEXT NOT NULL CHECK (answer IN ('stated', 'not stated')),
  words TEXT NOT NULL,            -- the same in a sentence, with who and when
  place TEXT NOT NULL,            -- of the answer, "source:line"
  PRIMARY KEY (report, question)) STRICT;

CREATE TABLE passage (            -- what a person must read before anything is said of it; one question may concern
                                  -- several subjects
  number INTEGER PRIMARY KEY,
  passage_id TEXT NOT NULL,       -- of the question and the text, the same run after run
  place INTEGER NOT NULL,         -- of the rule
  subject TEXT NOT NULL, user_id TEXT, report_number TEXT, occurred_at TEXT, question TEXT NOT NULL,
  passage TEXT NOT NULL,
  why TEXT NOT NULL, source INTEGER NOT NULL, line INTEGER NOT NULL,
  answer TEXT) STRICT;            -- of a person, in a sentence; NULL: open

CREATE TABLE outside (            -- rows of the log, in the period, that an input does not reach: rules that need it
                                  -- say nothing of them
  kind TEXT NOT NULL, event INTEGER NOT NULL,
  words TEXT NOT NULL,            -- why, for a count before it: "too recent to judge"
  PRIMARY KEY (kind, event)) STRICT, WITHOUT ROWID;

CREATE TABLE report_unlogged (    -- reports whose search may lie where the log does not reach
  report INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT; -- as in outside

CREATE TABLE unevaluated (        -- what could not be tested: never counted as passed
  what TEXT NOT NULL,             -- a rule, or a meaning
  source INTEGER NOT NULL, line INTEGER NOT NULL, why TEXT NOT NULL) STRICT;

-- ------------------------------------------------------------------------------------------------------- findings

CREATE TABLE rule (               -- the cards of analyze/rules, in clause order
  place INTEGER PRIMARY KEY, rule TEXT, clause TEXT NOT NULL, title TEXT NOT NULL, severity TEXT, subject TEXT,
  examines TEXT,
  needs TEXT, says TEXT NOT NULL, means TEXT, innocent TEXT, path TEXT NOT NULL, text TEXT NOT NULL,
  own INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL CHECK (status IN ('compliant', 'exceptions', 'to be read', 'not tested', 'not testable')),
  tested INTEGER NOT NULL, exceptions INTEGER NOT NULL, to_read INTEGER NOT NULL DEFAULT 0, why TEXT NOT NULL,
  remedy TEXT, threshold TEXT,    -- THRESHOLD: the key of [thresholds] that decides, and why it is what it is
  matter TEXT,                    -- what its findings rest on: "account access", "log ids"; NULL: their report or
                                  -- session, or the rule itself
  tells TEXT,                     -- what it finds, in words that follow "the account X" or "report N"; {} is the detail
  graver TEXT, graver_detail TEXT) STRICT; -- the severity of its findings of one detail; NULL: that of the rule

CREATE TABLE first_sight (        -- how rules that rest on words did on years of agencies never read before;
                                  -- analyze/judge/first_sight.sql
  read_on TEXT NOT NULL, year TEXT NOT NULL, rule TEXT NOT NULL, right_ones INTEGER NOT NULL,
  wrong_ones INTEGER NOT NULL, missed INTEGER NOT NULL, to_read INTEGER NOT NULL,
  PRIMARY KEY (year, rule)) STRICT;

CREATE TABLE finding_row (        -- one finding; view finding adds what its rule says of all of them
  finding INTEGER PRIMARY KEY,    -- 1, 2, 3 ... in the order of place, occurred_at, subject
  finding_id TEXT NOT NULL,       -- of the rule and the subject, the same run after run; unique
  place INTEGER NOT NULL, subject TEXT NOT NULL, user_id TEXT, report_number TEXT, occurred_at TEXT,
  detail TEXT NOT NULL,
  explanation TEXT NOT NULL, source INTEGER, line INTEGER,
  -- eight digits of what it says: another account, report, moment or detail has others
  facts TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE decision (           -- the answer that stands to each id on which nobody differs
  id TEXT PRIMARY KEY, disposition TEXT NOT NULL, note TEXT, decided_by TEXT, decided_on TEXT, due TEXT, response TEXT,
  covers TEXT,
  source INTEGER NOT NULL, line INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE matter (             -- what one person answers with one sentence: findings and passages that rest on the
                                  -- same ground
  matter INTEGER PRIMARY KEY,     -- its rank: 1 is the worst
  matter_id TEXT NOT NULL UNIQUE, -- its ground: "account/jdoe/access", "report/2022-00001234", "session/EVENT",
                                  -- "log/ids"
  kind TEXT NOT NULL CHECK (kind IN ('account', 'session', 'report', 'log')),
  severity TEXT NOT NULL,         -- the worst of its findings; 'info' where it has passages alone
  user_id TEXT, user_name TEXT, report_number TEXT, -- the account that acted; where several did, the one of the worst
                                                    -- finding
  findings INTEGER NOT NULL, passages INTEGER NOT NULL,
  rules INTEGER NOT NULL,         -- how many independent things say so: rules of one fact are one
  can_change INTEGER NOT NULL,    -- of view change: what a person can still do
  first_at TEXT, last_at TEXT,
  open INTEGER NOT NULL,          -- how many of its findings and passages nobody has answered for good
  sentence TEXT NOT NULL, innocent TEXT NOT NULL) STRICT; -- what is found; what speaks for the person

CREATE TABLE finding_matter (finding INTEGER PRIMARY KEY, matter INTEGER NOT NULL) STRICT;
CREATE TABLE passage_matter (number INTEGER PRIMARY KEY, matter INTEGER NOT NULL) STRICT;

CREATE TABLE not_covered (        -- findings that came, or say something else, since the answer to them or to their
                                  -- matter was given
  id TEXT NOT NULL, finding INTEGER NOT NULL, PRIMARY KEY (id, finding)) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (           -- the rows a finding rests on
  finding INTEGER NOT NULL, source INTEGER NOT NULL, line INTEGER NOT NULL,
  PRIMARY KEY (finding, source, line)) STRICT, WITHOUT ROWID;

-- ---------------------------------------------------------------------------------- what rules and people read

CREATE VIEW disposition_said AS   -- every answer, with whoever gave it and whether the same person answered again later
  SELECT d.*, lower(trim(coalesce(d.decided_by, ''))) AS who,
         trim(coalesce(d.decided_by, '')) <> '' AND EXISTS (
           SELECT 1 FROM disposition l WHERE l.id = d.id AND (l.source, l.line) > (d.source, d.line)
              AND lower(trim(coalesce(l.decided_by, ''))) = lower(trim(d.decided_by))) AS superseded
    FROM disposition d;

CREATE VIEW disposition_conflict AS -- ids to which people gave answers that differ
  SELECT id FROM disposition_said WHERE NOT superseded GROUP BY id HAVING count(DISTINCT disposition) > 1;

CREATE VIEW referred_id AS        -- what stands as referred, and what belongs to one matter with it: their notes stay with whoever it was referred to
  WITH referred AS (SELECT DISTINCT id FROM disposition_said WHERE disposition = 'referred' AND NOT superseded),
  matters AS (
    SELECT m.matter FROM matter m JOIN referred r ON r.id = m.matter_id
     UNION SELECT x.matter FROM finding_row f JOIN referred r ON r.id = f.finding_id JOIN finding_matter x USING (finding))
  SELECT id FROM referred UNION SELECT matter_id FROM matter JOIN matters USING (matter)
   UNION SELECT f.finding_id FROM finding_matter x JOIN matters USING (matter) JOIN finding_row f USING (finding)
   UNION SELECT p.passage_id FROM passage_matter x JOIN matters USING (matter) JOIN passage p USING (number);

CREATE VIEW decision_words AS     -- a decision as outputs that others read show it, without the notes of what was referred
  SELECT id, disposition || coalesce(' on ' || nullif(decided_on, ''), '') || ', decided by: '
    || coalesce(nullif(decided_by, ''), 'not said')
         || coalesce(': "' || iif(disposition <> 'referred' AND id NOT IN (SELECT id FROM referred_id), nullif(note, ''), NULL) || '"', '')
           || coalesce('; due ' || nullif(due, ''), '')
         || coalesce('; the person: "' || nullif(response, '') || '"', '') AS words
    FROM decision;

CREATE VIEW finding AS
  SELECT f.finding, f.finding_id, f.place, r.rule,
         iif(f.detail = r.graver_detail, r.graver, r.severity) AS severity, r.subject AS subject_kind, f.subject, f.user_id,
         f.report_number, f.occurred_at,
         f.detail, f.explanation, f.source, f.line, coalesce(d.disposition, w.disposition) AS disposition, x.matter,
           m.matter_id,
         coalesce(d.id, w.id) AS decided_id, -- an answer to a finding goes before one to its matter
         f.facts
    FROM finding_row f JOIN rule r USING (place) LEFT JOIN finding_matter x ON x.finding = f.finding
      LEFT JOIN matter m ON m.matter = x.matter
         LEFT JOIN decision d ON d.id = f.finding_id AND (d.id, f.finding) NOT IN (SELECT id, finding FROM not_covered)
         LEFT JOIN decision w ON w.id = m.matter_id AND (w.id, f.finding) NOT IN (SELECT id, finding FROM not_covered);

CREATE INDEX finding_of_user ON finding_row (place, user_id);
CREATE INDEX finding_of_matter ON finding_matter (matter);
CREATE INDEX passage_of_matter ON passage_matter (matter);

CREATE VIEW change (can_change, words) AS VALUES -- what a person can still do about a matter, the first that fits
  (1, 'End the access, or put it right.'),
  (2, 'Supplement the report.'),
  (3, 'Write the report.'),
  (4, NULL);

CREATE VIEW findings_of_user AS   -- how many findings of each rule each user has
  SELECT f.place, r.severity, f.user_id, count(*) AS findings FROM finding_row f JOIN rule r USING (place)
   WHERE r.graver IS NULL GROUP BY f.place, f.user_id
   UNION ALL
  SELECT f.place, iif(f.detail = r.graver_detail, r.graver, r.severity), f.user_id, count(*)
    FROM finding_row f JOIN rule r USING (place) WHERE r.graver NOT NULL GROUP BY 1, 2, 3;

CREATE VIEW findings_of_severity AS -- of each severity that a rule has, the worst first
  WITH graver AS (SELECT r.place, r.graver AS severity, count(*) AS findings FROM rule r JOIN finding_row f
        ON f.place = r.place AND f.detail = r.graver_detail GROUP BY r.place)
  SELECT v.place, v.severity, sum(n.findings) AS findings
    FROM severity v JOIN (SELECT r.severity, r.exceptions - coalesce(g.findings, 0) AS findings
                            FROM rule r LEFT JOIN graver g USING (place)
                           UNION ALL SELECT severity, findings FROM graver) n USING (severity)
   GROUP BY v.place;

CREATE VIEW user_severities AS    -- the same of each user, however the id is spelled
  SELECT lower(user_id) AS user_key, min(user_id) AS user_id, sum(findings) AS findings,
         sum(findings) FILTER (WHERE severity = 'critical') AS critical,
           sum(findings) FILTER (WHERE severity = 'high') AS high,
         sum(findings) FILTER (WHERE severity = 'medium') AS medium,
           sum(findings) FILTER (WHERE severity = 'low') AS low,
         sum(findings) FILTER (WHERE severity = 'info') AS info
    FROM findings_of_user WHERE user_id <> '' GROUP BY 1;

CREATE VIEW finding_span AS       -- the numbers of a rule's findings
  SELECT place, rule, first, first + exceptions - 1 AS last
    FROM (SELECT place, rule, exceptions,
        1 + coalesce(sum(exceptions) OVER (ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS first
            FROM rule) WHERE exceptions;

CREATE VIEW export_row AS         -- what the rows of the exports became: a line of the personnel file is a member and
                                  -- an assignment
  SELECT source, line, 1 AS part, 'event' AS what, event AS row FROM event
  UNION ALL SELECT source, line, 2, 'report', row FROM report_fact
  UNION ALL SELECT source, line, 3, 'person', person FROM person
  UNION ALL SELECT source, line, 4, 'assignment', rowid FROM assignment
  UNION ALL SELECT source, line, 5, 'notice', notice FROM notice
  UNION ALL SELECT source, line, 6, 'shift', shift FROM shift
  UNION ALL SELECT source, line, 7, 'reject', rowid FROM reject;

CREATE VIEW period AS             -- its first and last day
  SELECT max(iif(key = 'from_day', CAST(value AS INTEGER), NULL)) AS from_day,
         max(iif(key = 'to_day', CAST(value AS INTEGER), NULL)) AS to_day
    FROM setting WHERE section = 'run';

CREATE VIEW event_linked AS       -- every row of the log with what became of its session
  SELECT e.*, s.session, s.report, p.number AS report_number, p.use_row, p.unread, s.method, s.confidence,
         s.why AS link_why, s.orphan_kind, s.case_key
    FROM event e LEFT JOIN session_event x ON x.event = e.event LEFT JOIN session s ON s.session = x.session
      LEFT JOIN report p ON p.report = s.report;

CREATE VIEW activity AS           -- every log row of the period, with its user, and if it is a search with its purpose
                                  -- and its report
  SELECT e.event, e.name, e.source, e.line, e.source || ':' || e.line AS place, e.at, e.at_ms, e.at_other, e.at_doubt,
         e.day, e.occurred_at,
         -- AT is the earliest that it can be
         e.at + iif(e.at_doubt = 'no time of day', 86399, coalesce(e.at_other - e.at, 0)) AS latest_at,
         (e.at / 60 + e.utc_offset) % 1440 AS minute, -- of the day
         e.utc_offset, e.is_search, e.action,
         iif(a.withheld, NULL, e.account) AS account, -- NULL: the user is withheld
         -- in the spelling of the personnel file
         iif(a.withheld, NULL, iif(lower(m.user_id) = lower(a.user_id), m.user_id, a.user_id)) AS user_id,
         coalesce(nullif(e.user_name, ''), a.user_name, '') AS user_name,
         iif(a.withheld, 'A user whom the log withholds', 'The account ' || a.user_id
             || coalesce(', assigned to ' || coalesce(nullif(trim(coalesce(m.first_name, '') || ' '
             || coalesce(m.last_name, '')), ''),
           -- "The account klopez, assigned to Kevin Lopez,": the log shows no more
           nullif(e.user_name, ''), nullif(a.user_name, '')) || ',', '')) AS who,
         m.person,                -- NULL: not in the personnel file
         a.owner,
         m.approved_day, m.trained_day, m.separated_day, m.source || ':' || m.line AS person_place,
         -- the same days, for people
         substr(e.occurred_at, 1, 10) AS on_date, date(m.approved_day * 86400, 'unixepoch') AS approved_on,
         date(m.trained_day * 86400, 'unixepoch') AS trained_on,
           date(m.separated_day * 86400, 'unixepoch') AS separated_on,
         iif(e.workstation_withheld, NULL, nullif(e.workstation, '')) AS workstation, e.case_number,
         CASE WHEN e.candidate IS NULL THEN 'not exported' WHEN e.candidate_withheld THEN 'withheld'
           WHEN e.candidate = '' THEN 'none' ELSE 'stated' END AS candidate_state,
         iif(e.candidate_withheld, NULL, nullif(e.candidate, '')) AS candidate,
         e.reason, r.text AS reason_text, r.purpose, r.detail AS purpose_detail, r.words AS purpose_words,
           r.doubt AS purpose_doubt, coalesce(r.purpose_read, r.purpose) AS purpose_read, r.answer AS purpose_answer,
           r.answer_place AS purpose_answer_place, r.by_case AS purpose_by_case,
         e.session, e.report, e.method, e.confidence, e.orphan_kind, e.case_key, e.link_why, e.report_number, e.use_row,
           e.unread,
         ((e.report IS NULL AND e.orphan_kind IS NOT 'not evaluated') OR (e.use_row IS NULL AND NOT e.unread))
           -- no report documents it, where all of it could be read
           AND NOT EXISTS (SELECT 1 FROM outside o WHERE o.kind = 'incident_reports'
               AND o.event = e.event) AS undocumented
    FROM event_linked e LEFT JOIN reason r ON r.reason = e.reason LEFT JOIN account a ON a.account = e.account
      LEFT JOIN person m ON m.person = a.person
   WHERE e.in_period;

CREATE VIEW search AS SELECT * FROM activity WHERE is_search;
CREATE VIEW log_named AS          -- log rows of the period that bear an id of the log's own
  SELECT event, name, id FROM event WHERE in_period AND coalesce(id, '') <> '';

CREATE VIEW event_of_reason AS    -- searches that give a reason, and what they are linked to
  SELECT e.reason, e.event, s.report, s.confidence FROM event e LEFT JOIN session_event x USING (event)
    LEFT JOIN session s USING (session) WHERE e.reason NOT NULL AND e.is_search;

CREATE VIEW linked_event AS       -- the searches linked to each report
  SELECT s.report, x.event FROM session s CROSS JOIN session_event x USING (session) WHERE s.report NOT NULL;

CREATE VIEW search_linked AS      -- to a report that tells of a use, or whose silence counts
  SELECT * FROM search s
   WHERE report NOT NULL AND (use_row NOT NULL
       OR (NOT unread AND NOT EXISTS (SELECT 1 FROM outside o WHERE o.kind = 'incident_reports'
       AND o.event = s.event)));
CREATE VIEW search_linked_outside AS -- to a report that tells of none yet, and another of its rows may come
  SELECT s.event, o.words FROM outside o CROSS JOIN search s USING (event) WHERE o.kind = 'incident_reports'
    AND s.report NOT NULL AND s.use_row IS NULL AND NOT s.unread;
CREATE VIEW search_evaluated AS   -- what became of its link is known, and a report of it would have been supplied
  SELECT * FROM search s
   WHERE orphan_kind IS NOT 'not evaluated' AND (report NOT NULL
       OR NOT EXISTS (SELECT 1 FROM outside o WHERE o.kind = 'incident_reports' AND o.event = s.event));
CREATE VIEW search_unlinked_outside AS -- linked to no report, and the reports supplied do not reach it
  SELECT s.event, o.words FROM outside o CROSS JOIN search s USING (event)
   WHERE o.kind = 'incident_reports' AND s.report IS NULL AND s.orphan_kind IS NOT 'not evaluated';
CREATE VIEW search_state AS       -- how far each search of the period is documented, in words, each search once; JUDGED 0: the reports supplied do not
                                  -- reach it
  SELECT s.event,
         CASE WHEN NOT EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports') THEN 'not known: no reports were supplied'
              WHEN s.report IS NULL THEN CASE s.orphan_kind WHEN 'no number' THEN 'no report: no number cited'
                WHEN 'number not found' THEN 'no report: number not found' WHEN 'another agency''s number' THEN 'no report: another agency''s number'
                WHEN 'outside the reports supplied' THEN 'no report: outside those supplied' WHEN 'report may be pending' THEN 'no report yet: may be pending'
                ELSE 'no report: kind not known' END
              WHEN s.use_row IS NULL AND s.unread THEN 'a report that cannot be read'
              WHEN s.report IN (SELECT report FROM understood WHERE question = 'use' AND state = 'not settled') THEN 'a report to be read for a use'
              WHEN s.use_row IS NULL OR s.report IN (SELECT report FROM understood WHERE question = 'use' AND state <> 'said') THEN 'a report that states no use'
              WHEN s.report_number IN (SELECT f.subject FROM finding_row f JOIN rule USING (place) WHERE rule = 'incomplete-report') THEN 'documented, but incomplete'
              ELSE 'documented' END AS state,
         s.event NOT IN (SELECT event FROM search_unlinked_outside) AND EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports') AS judged
    FROM search s;

CREATE VIEW documented_weakly AS  -- searches that a report documents by a link of which the program is less than 0.6 sure
  SELECT s.event FROM search s JOIN search_state t USING (event) WHERE t.state LIKE 'documented%' AND s.confidence < 0.6;

CREATE VIEW candidate_outside AS  -- the same, where a candidate was selected
  SELECT s.event, o.words FROM outside o CROSS JOIN search s USING (event)
   WHERE o.kind = 'incident_reports' AND s.candidate_state = 'stated'
     AND (s.report IS NULL OR (s.use_row IS NULL AND NOT s.unread));
CREATE VIEW search_unevaluated AS SELECT * FROM search WHERE orphan_kind = 'not evaluated';
CREATE VIEW search_with_purpose AS SELECT * FROM search WHERE purpose <> 'unclear';
-- no rule about reasons can say anything of them
CREATE VIEW search_unjudged AS SELECT * FROM search WHERE coalesce(purpose, 'unclear') = 'unclear';
CREATE VIEW search_unread AS      -- the reason stands there and could not be read: it is too long, or a pattern gave up
  SELECT s.* FROM search s JOIN event e USING (event) WHERE s.purpose IS NULL AND s.reason NOT NULL
    AND NOT e.reason_withheld;
CREATE VIEW report_kind AS        -- what all incident types of a report say that it is about, where none is unclear
  SELECT m.report, min(t.purpose) AS purpose, group_concat(DISTINCT f.type) AS types, min(f.row) AS row
    FROM row_meaning m JOIN report_fact f USING (row) JOIN incident_type t ON t.type = f.type
   GROUP BY m.report
  HAVING min(t.purpose) = max(t.purpose) AND min(coalesce(t.purpose, '') NOT IN ('', 'unclear', 'unstated', 'unauthorized'));
CREATE VIEW report_of_kind AS     -- reports of a use whose incident type says what they are about, with the reasons of the
                                  -- searches that are surely theirs, where both are of the kinds between which 32.6.2(3)
                                  -- decides; the search is the first of them
  SELECT k.report, k.purpose AS report_purpose, k.types, f.source AS report_source, f.line AS report_line, s.*,
         count(*) AS searches, count(DISTINCT s.reason_text) AS reasons, min(s.purpose) AS least, max(s.purpose) AS most
    FROM (SELECT * FROM search ORDER BY at, event) s
    JOIN session n USING (session) JOIN report_kind k ON k.report = s.report JOIN report_fact f ON f.row = k.row
   WHERE n.confidence >= 0.6 AND s.use_row NOT NULL AND s.purpose IN ('criminal', 'health')
     AND k.purpose IN ('criminal', 'health')
   GROUP BY k.report;
CREATE VIEW search_for_health AS SELECT * FROM search WHERE purpose = 'health';
CREATE VIEW search_with_candidate AS SELECT * FROM search WHERE candidate_state = 'stated';
CREATE VIEW activity_of_personnel AS -- where the personnel file reaches
  SELECT * FROM activity v WHERE v.account NOT NULL
    AND NOT EXISTS (SELECT 1 FROM outside o WHERE o.kind = 'personnel' AND o.event = v.event);
CREATE VIEW search_of_personnel AS SELECT * FROM activity_of_personnel WHERE is_search;
CREATE VIEW search_by_known_user AS SELECT * FROM search_of_personnel WHERE person NOT NULL;
CREATE VIEW earlier_access AS     -- members who had access before the directive took effect ([agency] effective), and
                                  -- the first row that shows it: they are no new users
  SELECT person, min(day) AS day, what, source, line
    FROM (SELECT a.person, e.day, 'a row of the log' AS what, e.source, e.line FROM event e
        JOIN account a USING (account)
          UNION ALL SELECT person, from_day, 'an assignment to an authorised unit', source, line FROM assignment
            WHERE authorized
          UNION ALL SELECT person, approved_day, 'an approval', source, line FROM assignment),
              (SELECT value FROM setting WHERE section = 'agency' AND key = 'effective')
   WHERE day < unixepoch(value) / 86400 AND person NOT NULL GROUP BY person;
CREATE VIEW search_by_new_user AS -- or by one of them who was approved all the same
  SELECT * FROM search_by_known_user WHERE approved_day <= day OR person NOT IN (SELECT person FROM earlier_access);
CREATE VIEW candidate_of_personnel AS -- whoever searched
  SELECT * FROM search s WHERE candidate_state = 'stated'
     AND NOT EXISTS (SELECT 1 FROM outside o WHERE o.kind = 'personnel' AND o.event = s.event
         AND o.words NOT LIKE 'by accounts %');
CREATE VIEW activity_outside_personnel AS
  SELECT v.event, v.is_search, v.account, v.person, v.candidate_state, o.words FROM outside o
    CROSS JOIN activity v USING (event) WHERE o.kind = 'personnel'
  UNION ALL SELECT event, is_search, NULL, NULL, candidate_state, 'whose user the log withholds' FROM activity
    WHERE account IS NULL;
CREATE VIEW search_outside_personnel AS SELECT event, words FROM activity_outside_personnel WHERE is_search;
CREATE VIEW known_outside_personnel AS SELECT event, words FROM activity_outside_personnel WHERE is_search
  AND person NOT NULL;
CREATE VIEW new_user_outside AS
  SELECT event, words FROM known_outside_personnel
  UNION ALL SELECT event, 'by users who had access before the directive took effect' FROM search_by_known_user
   WHERE coalesce(approved_day > day, 1) AND person IN (SELECT person FROM earlier_access);
CREATE VIEW candidate_outside_personnel AS
  SELECT event, words FROM activity_outside_personnel WHERE is_search AND account NOT NULL
    AND candidate_state = 'stated' AND words NOT LIKE 'by accounts %';

CREATE VIEW log_account AS        -- accounts with a row in the period
  SELECT a.account, a.user_id, 'The account ' || a.user_id
    || coalesce(', in the log of ' || nullif(a.user_name, '') || ',', '') AS who, a.person, a.owner, v.rows, v.searches
    FROM account_activity v JOIN account a USING (account) WHERE NOT a.withheld;
CREATE VIEW unlisted_account AS   -- those that the personnel file lacks, where there are so many that the file may be
                                  -- incomplete
  SELECT * FROM log_account WHERE account IN (SELECT account FROM account_unmatched)
     AND (SELECT count(*) FROM log_account WHERE account IN (SELECT account FROM account_unmatched)) > 3
     AND (SELECT count(*) FROM log_account WHERE account IN (SELECT account
         FROM account_unmatched)) * 10 > (SELECT count(*) FROM log_account)
     AND EXISTS (SELECT 1 FROM source WHERE kind = 'personnel');

CREATE VIEW health_in_doubt AS    -- public-health searches with a notification of which the times do not tell whether
                                  -- it came first, and none of which they do
  SELECT event FROM notice_for_search WHERE possible GROUP BY event HAVING NOT max(certain);
CREATE VIEW health_to_notify AS   -- public-health searches where the notifications supplied reach
  SELECT * FROM search_for_health s
   WHERE NOT EXISTS (SELECT 1 FROM outside o WHERE o.kind = 'chief_notifications' AND o.event = s.event)
     AND event NOT IN (SELECT event FROM health_in_doubt);
CREATE VIEW health_outside AS
  SELECT s.event, o.words FROM outside o CROSS JOIN search_for_health s USING (event)
    WHERE o.kind = 'chief_notifications'
  UNION ALL SELECT event, 'near a notification, where the times do not tell which came first' FROM health_in_doubt
   WHERE event NOT IN (SELECT event FROM outside WHERE kind = 'chief_notifications');

CREATE VIEW threshold AS          -- [thresholds] of audit.ini, a column each
  WITH t AS (SELECT key, CAST(value AS INTEGER) AS value FROM setting WHERE section = 'thresholds')
  SELECT (SELECT value FROM t WHERE key = 'notice_hours') AS notice_hours,
         (SELECT value FROM t WHERE key = 'session_minutes') AS session_minutes,
         (SELECT value FROM t WHERE key = 'shared_minutes') AS shared_minutes,
         (SELECT value FROM t WHERE key = 'near_before_days') AS near_before_days,
         (SELECT value FROM t WHERE key = 'near_after_days') AS near_after_days,
         (SELECT value FROM t WHERE key = 'repeat_searches') AS repeat_searches,
         (SELECT value FROM t WHERE key = 'pending_days') AS pending_days,
         (SELECT value FROM t WHERE key = 'late_report_days') AS late_report_days,
         (SELECT value FROM t WHERE key = 'overused_sessions') AS overused_sessions,
         (SELECT value FROM t WHERE key = 'subject_accounts') AS subject_accounts,
         (SELECT value FROM t WHERE key = 'burst_sessions') AS burst_sessions,
         (SELECT value FROM t WHERE key = 'burst_minutes') AS burst_minutes,
         (SELECT value FROM t WHERE key = 'consecutive_days') AS consecutive_days,
         (SELECT value FROM t WHERE key = 'isolated_hours') AS isolated_hours,
         (SELECT value FROM t WHERE key = 'inactive_days') AS inactive_days,
         (SELECT value FROM t WHERE key = 'audit_days') AS audit_days;

CREATE VIEW hours AS              -- [hours] of audit.ini in minutes of the day; DAYS '' is every day
  SELECT max(iif(key = 'start', substr(value, 1, 2) * 60 + substr(value, 4, 2), NULL)) AS hours_start,
         max(iif(key = 'end', substr(value, 1, 2) * 60 + substr(value, 4, 2), NULL)) AS hours_end,
         coalesce(max(iif(key = 'days', value, NULL)), '') AS days
    FROM setting WHERE section = 'hours';

CREATE VIEW weekday (number, name) AS VALUES -- of a day the remainder by 7: 1970-01-01 was a Thursday
  (0, 'Thu'), (1, 'Fri'), (2, 'Sat'), (3, 'Sun'), (4, 'Mon'), (5, 'Tue'), (6, 'Wed');

CREATE VIEW longest_duty AS       -- no record of duty that began earlier covers a moment
  SELECT max(end_at - start_at) AS seconds FROM shift WHERE on_duty;

CREATE VIEW duty_time AS          -- the records of duty that cover a search: its moment, or the other one of a local
                                  -- time that happened twice
  SELECT s.event, d.shift, d.source, d.line, d.start_at, d.end_at, 1 AS covers_first
    FROM search s JOIN account_hours h ON h.account = s.account JOIN shift d ON d.account = h.duty_account AND d.on_duty
   WHERE d.start_at BETWEEN s.at - (SELECT seconds FROM longest_duty) AND s.at AND s.at < d.end_at
  UNION ALL
  SELECT s.event, d.shift, d.source, d.line, d.start_at, d.end_at, 0
    FROM search s JOIN account_hours h ON h.account = s.account JOIN shift d ON d.account = h.duty_account AND d.on_duty
   WHERE d.start_at BETWEEN s.at_other - (SELECT seconds FROM longest_duty) AND s.at_other AND s.at_other < d.end_at
     AND NOT (d.start_at <= s.at AND s.at < d.end_at);

CREATE VIEW nearest_duty AS       -- to a search that none covers: the one that ended last before it, or began first
                                  -- after it, whichever is nearer; MINUTES from its end or to its start, as the
                                  -- clock shows them
  SELECT *, CASE WHEN minutes = 0 THEN 'less than a minute' WHEN minutes < 120 THEN minutes || iif(minutes = 1, ' minute', ' minutes')
    WHEN minutes < 2880 THEN (minutes / 60) || ' hours' || CASE minutes % 60 WHEN 0 THEN '' WHEN 1 THEN ' 1 minute'
                             ELSE ' ' || (minutes % 60) || ' minutes' END
    ELSE (minutes / 1440) || ' days' END AS distance
    FROM (
    SELECT s.event, d.source, d.line, d.start_at, d.end_at, d.start_at <= s.at AS before,
           iif(d.start_at <= s.at, s.at / 60 - d.end_at / 60, d.start_at / 60 - s.at / 60) AS minutes,
           s.at = d.end_at AS at_once,
           row_number() OVER (PARTITION BY s.event ORDER BY iif(d.start_at <= s.at, s.at - d.end_at, d.start_at - s.at),
               d.shift) AS place
      FROM search s JOIN account_hours h ON h.account = s.account JOIN shift d ON d.account = h.duty_account
        AND d.on_duty
     WHERE s.event NOT IN (SELECT event FROM duty_time)
       AND d.shift IN ((SELECT x.shift FROM shift x WHERE x.account = h.duty_account AND x.on_duty AND x.end_at <= s.at
           ORDER BY x.end_at DESC LIMIT 1),
                       (SELECT x.shift FROM shift x WHERE x.account = h.duty_account AND x.on_duty AND x.start_at > s.at
                           ORDER BY x.start_at LIMIT 1)))
   WHERE place = 1;

CREATE VIEW search_with_hours AS  -- searches whose user has duty records; where there is no schedule, shift hours of
                                  -- their own, else [hours]
  SELECT s.*, h.duty_account, h.shift_start, h.shift_end, h.hours,
         -- hours over midnight are those of the day on which they begin
         h.days <> '' AND NOT instr(h.days, w.name) AS free_day, w.name AS day_name
    FROM search s JOIN account_hours h ON h.account = s.account
    CROSS JOIN weekday w ON w.number = (s.day - coalesce(h.shift_start > h.shift_end AND s.minute < h.shift_end, 0)) % 7
   WHERE s.at_doubt IS NOT 'no time of day' AND NOT EXISTS (SELECT 1 FROM outside o WHERE o.kind = 'duty_schedule'
       AND o.event = s.event);
CREATE VIEW search_outside_duty AS
  SELECT s.event, o.words FROM outside o CROSS JOIN search s USING (event) CROSS JOIN account_hours h USING (account)
    WHERE o.kind = 'duty_schedule' AND s.at_doubt IS NOT 'no time of day'
  UNION ALL SELECT event, 'whose user the log withholds' FROM search WHERE account IS NULL
    AND EXISTS (SELECT 1 FROM account_hours);

CREATE VIEW away_time AS          -- records of leave that cover a search, both moments of a local time that happened
                                  -- twice, where no duty covers it
  SELECT s.event, d.shift
    FROM shift d CROSS JOIN account_hours h ON h.duty_account = d.account
      CROSS JOIN session_activity a ON a.account = h.account CROSS JOIN session_event x USING (session)
   CROSS JOIN event s ON s.event = x.event
   WHERE NOT d.on_duty AND s.at >= d.start_at AND coalesce(s.at_other, s.at) < d.end_at AND a.last_at >= d.start_at
     AND a.first_at < d.end_at
     AND s.event NOT IN (SELECT event FROM duty_time);

CREATE VIEW documented_report AS  -- reports that document a use in the period, or that a search of the period is linked
                                  -- to
  SELECT p.report, p.number, p.first_day, p.last_day, p.use_row, w.source, w.line, w.source || ':' || w.line AS place,
         w.day AS use_day, w.officer AS use_officer, w.at_text AS occurred_at, p.rows, p.candidate, p.no_candidate,
           p.corroborated, p.linked, p.unread,
         p.candidate_exported, p.candidate_selected, p.candidate_withheld, p.searches, p.user_id
    FROM report p LEFT JOIN report_fact w ON w.row = p.use_row
   WHERE p.documented;

CREATE VIEW no_approval (words) AS VALUES -- LIKE patterns of what stands where an approval would, and is none
  ('%reject%'), ('%await%'), ('%pending%'), ('% pend %'), ('%tbd%'), ('%to be %'), ('%return%'), ('%denied%'),
  ('%declined%'), ('%disapprov%'), ('%unapprov%'),
  ('%unassigned%'), ('%unreviewed%'), ('%unsigned%'), ('% not %'), ('% never %'), ('% no %'), ('% n %'), ('% n/a %'),
  ('% none %'), ('% null %'), ('% false %'), ('%unknown%'),
  ('%draft%'), ('%submitted%'), ('%in progress%'), ('%in process%'), ('%in review%'), ('%under review%'),
  ('%for review%'), ('%for approval%'), ('% needs %'), ('%correction%'),
  ('%revision%'), ('%kick%back%'), ('%kickback%'), ('%sent back%'), ('%on hold%'), ('% hold %'), ('%incomplete%'),
  ('% open %'), ('%queue%'), ('%waiting%'), ('%required%'),
  ('% due %'), ('%overdue%'), ('%deferred%'), ('%routed%'), ('%requested%'), ('%missing%'), ('%withdrawn%'),
  ('%cancel%'), ('% void %');

CREATE VIEW refusal (words) AS VALUES -- those that no date beside them makes an approval: the date is the refusal's
  ('%rejected%'), ('%denied%'), ('%declined%'), ('%disapproved%'), ('%not approved%'), ('%unapproved%'),
  ('%awaiting%'), ('%pending%'), ('%returned for%'), ('%kicked back%'), ('%sent back%');

CREATE VIEW report_row AS SELECT *, coalesce((SELECT a.given FROM approval a WHERE a.words = approval_words),
    0) AS approved_by_supervisor
    FROM (SELECT f.*, m.report, m.author, m.supervisor AS approver, f.source || ':' || f.line AS place,
                 -- when it was approved; by whom, where no times were exported, or where that says that it was not;
                 -- NULL: neither was
                 iif(EXISTS (SELECT 1 FROM refusal WHERE lower(f.supervisor) LIKE words), f.supervisor,
                     coalesce(f.approved, f.supervisor)) AS approval_words,
                 iif(f.approved IS NULL, f.supervisor_withheld, f.approved_withheld) AS approval_withheld
            FROM report_fact f JOIN row_meaning m ON m.row = f.row);

CREATE VIEW report_statement AS   -- what the rows of a report say
  SELECT w.report, g.reading, g.meaning, g.value, g.words, coalesce(nullif(g.sentence, ''), g.words) AS sentence,
         g.owner, g.by_second, w.row, w.day, w.source, w.line, w.source || ':' || w.line AS place,
         w.officer IS NULL OR w.officer_withheld OR trim(w.officer || coalesce(w.officer_id, '')) <> '' AS authored
    FROM report_row w CROSS JOIN reading g USING (row);

CREATE VIEW whole_report AS       -- those of them whose every row could be read, so that silence counts
  SELECT * FROM documented_report WHERE NOT unread;

CREATE VIEW dated_report AS       -- reports with a row dated in the period that documents a use; the row is the first
                                  -- such
                                  -- a search whose number could not be evaluated may be of any report that none is
                                  -- linked to
  SELECT p.report, p.number, p.dated_row AS row, w.source, w.line, w.source || ':' || w.line AS place,
         w.at_text AS occurred_at,
         p.linked
    FROM report p LEFT JOIN report_fact w ON w.row = p.dated_row
   WHERE p.dated_row NOT NULL AND (p.linked OR NOT EXISTS (SELECT 1 FROM session WHERE orphan_kind = 'not evaluated'))
     AND (p.linked OR p.report NOT IN (SELECT report FROM report_unlogged));
CREATE VIEW report_outside_log AS SELECT p.report, u.words FROM report_unlogged u JOIN report p USING (report)
  WHERE p.dated_row NOT NULL AND NOT p.linked;

CREATE VIEW cited_report AS       -- reports that a search cites which is linked to another: it documents both cases
  SELECT x.report, e.event, e.name, e.source, e.line, p.number AS linked_number
    FROM alternative x JOIN session s USING (session) JOIN report p ON p.report = s.report
      JOIN event e ON e.event = x.session WHERE x.cited;

CREATE VIEW link_guessed AS       -- reports linked by officer and time alone, whose own search may lie where the log
                                  -- does not reach
  SELECT u.report, u.words FROM report_unlogged u
   WHERE EXISTS (SELECT 1 FROM session s WHERE s.report = u.report)
     AND NOT EXISTS (SELECT 1 FROM session s WHERE s.report = u.report AND s.method <> 'officer, time and use');
CREATE VIEW linked_report AS SELECT * FROM documented_report WHERE linked
  AND report NOT IN (SELECT report FROM link_guessed);
-- of searches whose user is known
CREATE VIEW linked_report_of_user AS SELECT * FROM linked_report WHERE user_id NOT NULL;
CREATE VIEW linked_outside_log AS SELECT p.report, 'linked by officer and time alone and ' || g.words AS words
  FROM documented_report p JOIN link_guessed g USING (report) WHERE p.linked;
CREATE VIEW linked_user_outside AS
  SELECT report, words FROM linked_outside_log
  UNION ALL SELECT report, 'of searches whose users the log withholds' FROM linked_report WHERE user_id IS NULL;

CREATE VIEW result_in_log AS      -- linked reports whose searches tell of candidates: what the report says of the
                                  -- result, and the log
  SELECT p.report, p.number, p.user_id, p.occurred_at, p.source, p.line, p.place,
         CASE WHEN p.candidate THEN 'a candidate' WHEN p.no_candidate THEN 'none' END AS stated, -- NULL: nothing
         p.candidate_selected AS selected,                                                     -- in one of the searches
         -- or in one that the log supplied lacks
         p.candidate_withheld OR p.report IN (SELECT report FROM report_unlogged) AS withheld,
         c.another_person, g.value AS stated_name, iif(p.candidate, c.reading, NULL) AS stated_reading,
         (SELECT min(e.candidate) FROM linked_event l JOIN event e USING (event)
           WHERE l.report = p.report AND e.candidate <> '' AND NOT e.candidate_withheld) AS selected_name,
         (SELECT group_concat(e.source || ':' || e.line, ' ') FROM linked_event l CROSS JOIN event e USING (event)
           WHERE l.report = p.report AND e.candidate NOT NULL) AS search_places
    FROM linked_report p LEFT JOIN (SELECT report, min(relation = 'different') AS another_person,
        min(reading) AS reading
                                      FROM comparison WHERE what = 'candidate' GROUP BY report) c USING (report)
    LEFT JOIN reading g ON g.reading = c.reading
   WHERE p.candidate_exported;
CREATE VIEW searcher_mismatch AS  -- linked reports in which nobody named as searcher can be the owner of a linked
                                  -- account; OTHER_SEARCHED: he or she can be that of another linked account, and the
                                  -- report may tell of that search alone
  SELECT report, account, min(reading) AS reading, max(relation = 'unsure') AS unsure,
         EXISTS (SELECT 1 FROM comparison o WHERE o.what = 'searcher' AND o.report = c.report
                    AND o.account <> c.account AND o.relation IN ('same', 'partly')) AS other_searched
    FROM comparison c WHERE what = 'searcher'
   GROUP BY report, account HAVING max(relation IN ('same', 'partly')) = 0;
CREATE VIEW result_mismatch AS    -- those in which the report contradicts the log, and how
  SELECT * FROM (
    SELECT *, CASE WHEN stated = 'a candidate' AND NOT selected AND NOT withheld
      THEN 'a candidate in the report, none in the log'
                   WHEN stated = 'a candidate' AND selected AND NOT withheld AND another_person THEN 'another person'
                   WHEN stated = 'none' AND selected THEN 'none in the report, a candidate in the log' END AS detail
      FROM result_in_log) WHERE detail NOT NULL;
CREATE VIEW candidate_report AS SELECT * FROM documented_report WHERE candidate;
CREATE VIEW whole_candidate_report AS SELECT * FROM candidate_report WHERE NOT unread;

CREATE VIEW acted_report AS       -- those that state an action on the candidate, or of which it is not settled whether
                                  -- they do
  SELECT * FROM whole_candidate_report p
   WHERE EXISTS (SELECT 1 FROM comparison c WHERE c.report = p.report AND c.what = 'action'
       AND c.relation <> 'different')
      OR EXISTS (SELECT 1 FROM understood u WHERE u.report = p.report AND u.question = 'corroborated'
          AND u.state <> 'said');

CREATE VIEW health_report AS      -- whole reports that a public-health search of the period is linked to
  SELECT p.report, p.number, p.first_day, p.last_day, p.use_row, p.source, p.line, p.place, p.use_day, p.use_officer,
         p.occurred_at,
         min(s.user_id) AS user_id, group_concat(s.place, ' ') AS searches
    FROM search_for_health s CROSS JOIN whole_report p USING (report) GROUP BY p.report;

CREATE VIEW account_unmatched AS      -- accounts that are in no row of the personnel file
  SELECT account FROM account WHERE person IS NULL AND NOT withheld;
CREATE VIEW searching_owner AS       -- users who began a session in the period
  SELECT DISTINCT owner FROM session_activity;
CREATE VIEW searching_account AS      -- accounts that searched in the period
  SELECT v.account, v.searches, v.linked, v.documented, a.withheld FROM account_activity v
    JOIN account a USING (account) WHERE v.searches;
CREATE VIEW at_workstation AS        -- log rows of the period that tell their machine
  SELECT v.account, v.event, v.at, v.latest_at, v.at_ms, v.occurred_at, v.workstation, w.key AS machine
    FROM activity v JOIN workstation w ON w.name = v.workstation WHERE v.account NOT NULL;
CREATE VIEW workstation_outside AS   -- those beside a row on another machine of which the times do not tell whether it
                                     -- is near
  SELECT e.event, iif(e.latest_at - e.at > 10000, 'without a time of day, beside a row of another workstation',
      'in the hour that the clock repeats, beside a row of another workstation') AS words
    FROM at_workstation e CROSS JOIN threshold
   WHERE e.latest_at > e.at
     AND EXISTS (SELECT 1 FROM at_workstation o WHERE o.account = e.account AND o.machine <> e.machine
                    AND o.at - e.latest_at <= 60 * shared_minutes AND e.at - o.latest_at <= 60 * shared_minutes)
  UNION ALL SELECT event, 'whose user the log withholds' FROM activity WHERE account IS NULL AND workstation NOT NULL;
CREATE VIEW account_with_workstation AS SELECT account FROM account_activity JOIN account USING (account)
  WHERE workstation AND NOT withheld;
CREATE VIEW account_with_candidate AS SELECT account FROM account_activity JOIN account USING (account) WHERE candidates
  AND NOT withheld;
CREATE VIEW joined AS                -- days on which the personnel file has somebody begin: in a unit, or with access
  SELECT person, from_day AS day FROM assignment WHERE from_day NOT NULL UNION SELECT person, approved_day
    FROM assignment WHERE approved_day NOT NULL;

CREATE VIEW absence AS               -- from the day of a separation to the day of the return; RETURNED_DAY NULL: none.
                                     -- A date that another takes the place of is none
  SELECT person, separated_day, returned_day, source, line, source || ':' || line AS place,
         lag(returned_day) OVER (PARTITION BY person ORDER BY separated_day) AS before_day -- of the return before it
    FROM (SELECT a.person, a.separated_day, (SELECT min(j.day) FROM joined j WHERE j.person = a.person
        AND j.day > a.separated_day) AS returned_day,
                 min(a.source) AS source, min(a.line) AS line
            FROM assignment a WHERE a.separated_day NOT NULL GROUP BY a.person, a.separated_day)
   GROUP BY person, returned_day HAVING separated_day = max(separated_day);

CREATE VIEW granted AS               -- days from which the personnel file has somebody entitled
  SELECT person, from_day AS day FROM assignment WHERE authorized AND from_day NOT NULL UNION SELECT person,
         approved_day FROM assignment WHERE approved_day NOT NULL;

CREATE VIEW deactivation AS          -- access ended on a day, until it is given anew; RESTORED_DAY NULL: it is not
  SELECT person, deactivated_day, restored_day, source, line, source || ':' || line AS place
    FROM (SELECT a.person, a.deactivated_day, min(a.source) AS source, min(a.line) AS line,
                 (SELECT min(g.day) FROM granted g WHERE g.person = a.person
                     AND g.day > a.deactivated_day) AS restored_day
            FROM assignment a WHERE a.deactivated_day NOT NULL GROUP BY a.person, a.deactivated_day)
   GROUP BY person, restored_day HAVING deactivated_day = max(deactivated_day);

CREATE VIEW separated_person AS      -- by the end of the period; of several absences the one in which access ended
                                     -- last, or never
  SELECT p.person, p.user_id, p.employee_id, p.last_name, p.first_name, p.rank, w.source, w.line, w.place,
         w.separated_day, w.returned_day, w.deactivated_day,
         date(w.separated_day * 86400, 'unixepoch') AS separated_on,
           date(w.returned_day * 86400, 'unixepoch') AS returned_on,
         date(w.deactivated_day * 86400, 'unixepoch') AS deactivated_on,
         nullif(trim(coalesce(p.first_name, '') || ' ' || coalesce(p.last_name, '')), '') AS name,
         -- NULL: none known
         coalesce(nullif(p.user_id, ''), (SELECT min(a.user_id) FROM account a WHERE a.person = p.person)) AS login
    FROM person p JOIN (SELECT x.*, row_number() OVER (PARTITION BY x.person ORDER BY x.deactivated_day NOT NULL,
        x.deactivated_day - x.separated_day DESC, x.separated_day DESC) AS choice
                          FROM (SELECT w.*, (SELECT max(a.deactivated_day) FROM assignment a
                                              WHERE a.person = w.person
                                                AND a.deactivated_day >= coalesce(w.before_day, a.deactivated_day)
                                                AND a.deactivated_day < coalesce(w.returned_day, a.deactivated_day + 1))
                                                    AS deactivated_day FROM absence w) x
                         WHERE x.separated_day <= (SELECT to_day FROM period)
                           AND (NOT EXISTS (SELECT 1 FROM coverage_kind c WHERE c.kind = 'personnel'
                               AND c.by = 'audit.ini')
                                OR EXISTS (SELECT 1 FROM coverage c WHERE c.kind = 'personnel'
                                    AND x.separated_day <= c.to_day))) w USING (person)
   WHERE w.choice = 1;

CREATE VIEW account_owner AS         -- an account and its owner: "klopez, assigned to Kevin Lopez"
  SELECT a.account, a.user_id, a.user_id || coalesce(', assigned to '
      || coalesce(nullif(trim(coalesce(m.first_name, '') || ' ' || coalesce(m.last_name, '')), ''),
      nullif(a.user_name, '')), '') AS who
    FROM account a LEFT JOIN person m ON m.person = a.person;

CREATE VIEW entitled_word (words) AS -- LIKE patterns of who may approve access and be notified, by office or by name
  VALUES ('% chief%'), ('%undersheriff%'), (' sheriff %'), ('% a/c %'), ('% d/c %'), ('%director %'),
  ('%commissioner%'), ('%superintendent%'), ('%designee%');
CREATE VIEW designee AS              -- those that audit.ini names
  SELECT lower(trim(j.value)) AS name FROM setting s,
         json_each('["' || replace(replace(s.value, '"', ''), ';', '","') || '"]') j
   WHERE s.section = 'agency' AND s.key = 'designees' AND trim(j.value) <> '';
CREATE VIEW approved_member AS       -- members with an account in the log and a dated approval, and who gave it
  SELECT p.person, coalesce(nullif(p.user_id, ''), o.user_id) AS user_id, o.who, p.source, p.line,
         date(p.approved_day * 86400, 'unixepoch') AS approved_on, p.by,
         lower(p.by) IN (lower(p.user_id), lower(p.first_name || ' ' || p.last_name),
             lower(p.last_name || ', ' || p.first_name)) AS self,
         EXISTS (SELECT 1 FROM entitled_word w -- not another's chief, nor the Chief's secretary
                  WHERE lower(p.by) LIKE '%police%chief%' OR ' '
                        || replace(replace(replace(replace(replace(replace(replace(replace(lower(p.by), 'fire chief', ''), 'battalion chief', ''), 'crew chief', ''), 'chief clerk', ''),
                           'chief deputy clerk', ''), 'chief judge', ''), 'chief''s secretary', ''), 'secretary to the chief', '') || ' ' LIKE w.words)
           OR EXISTS (SELECT 1 FROM designee d WHERE instr(lower(p.by), d.name) OR instr(d.name, lower(p.by)))
           OR EXISTS (SELECT 1 FROM person q WHERE lower(p.by) IN (lower(q.user_id),
               lower(q.first_name || ' ' || q.last_name), lower(q.last_name || ', ' || q.first_name))
                         AND EXISTS (SELECT 1 FROM entitled_word w WHERE ' ' || lower(q.rank)
                             || ' ' LIKE w.words)) AS entitled
    FROM (SELECT *, trim(coalesce(approved_by, '')) AS by FROM person WHERE approved_day NOT NULL) p
    JOIN account_owner o ON o.account = (SELECT min(a.account) FROM account a JOIN account_activity v USING (account)
        WHERE a.person = p.person);

CREATE VIEW linked_use AS            -- linked reports by their row that tells of the use, and their first search and
                                     -- the last, also one before or after the period
  SELECT p.report, p.number, p.user_id, p.occurred_at, p.use_day, p.place, p.source, p.line, w.approved,
         iif(w.approved_withheld, NULL, w.approved_day) AS approved_day,
         min(e.at << 32 | e.event) & 4294967295 AS event, min(e.day) AS search_day, max(e.day) AS last_day
    FROM linked_report p JOIN linked_event l USING (report) JOIN event e USING (event)
      JOIN report_fact w ON w.row = p.use_row GROUP BY p.report;
CREATE VIEW approved_use AS SELECT * FROM linked_use WHERE approved_day NOT NULL;
CREATE VIEW dated_use AS SELECT * FROM linked_use WHERE use_day NOT NULL;
CREATE VIEW session_with_number AS SELECT * FROM session_activity WHERE case_key NOT NULL;
CREATE VIEW timed_session AS SELECT * FROM session_activity WHERE timed;

CREATE VIEW selection AS             -- the candidates selected in the period, and by whose account
  SELECT e.event, e.at, e.day, e.source || ':' || e.line AS place, c.key, c.name, c.person AS member, x.session,
         a.person, coalesce(a.owner, -a.account) AS owner
    FROM event e JOIN candidate c ON c.name = e.candidate JOIN account a USING (account)
      LEFT JOIN session_event x USING (event)
   WHERE e.in_period AND e.is_search AND NOT e.candidate_withheld AND c.key <> '' AND NOT a.withheld;
CREATE VIEW selection_by_known_user AS -- by members whose surname is known
  SELECT s.*, lower(trim(p.last_name)) AS user_surname FROM selection s JOIN person p USING (person)
   WHERE trim(p.last_name) <> '' AND NOT EXISTS (SELECT 1 FROM outside o WHERE o.kind = 'personnel'
       AND o.event = s.event);
CREATE VIEW candidate_surname AS     -- what stands before the comma, else the last word; of names without either of
                                     -- them, all
  SELECT name, key, lower(trim(iif(instr(name, ','), substr(name, 1, instr(name, ',') - 1),
                                   substr(name, length(rtrim(name, replace(name, ' ', ''))) + 1)))) AS surname
    FROM candidate WHERE key <> '';

CREATE VIEW shared_name (words) AS   -- LIKE patterns of accounts that are named after a place or a job
  VALUES ('% admin%'), ('% shared%'), ('% generic%'), ('% desk%'), ('% unit %'), ('% intake%'), ('% kiosk%'),
  ('% guest%'), ('% test%'), ('% training%'), ('% trainee%'),
         ('% investigations%'), ('% detective%'), ('% squad%'), ('% division%'), ('% bureau%'), ('% dispatch%'),
           ('% records%'), ('% station%'), ('% service%'), ('% svc%'),
         ('% analyst%'), ('% patrol%'), ('% booking%'), ('% user %'), ('% user_ %'), ('% team%'), ('% temp %'),
           ('% lab %'), ('% watch%'), ('% jail%'), ('% ciu %'), ('% cid %');
CREATE VIEW access_held AS           -- members with access to the end of the period, or of the log, and the last day on
                                     -- which they used it; LAST_DAY NULL: none.
                                     -- Nobody where the log withholds users, or where a tenth of its days or more is
                                     -- missing: rows of anybody may be there
  WITH e AS MATERIALIZED (SELECT t.from_day, min(t.to_day,
      coalesce((SELECT max(day) FROM event WHERE in_period), t.to_day)) AS end_day FROM period t)
  SELECT p.person, o.user_id, o.who, p.source, p.line, e.end_day,
         max(coalesce(g.day, e.from_day), e.from_day) AS held_day, u.last_day, u.event
    FROM person p CROSS JOIN e
    JOIN (SELECT person, min(user_id) AS user_id, min(who) AS who FROM (
            SELECT a.person, w.user_id, w.who FROM account a JOIN account_owner w USING (account)
             UNION ALL SELECT person, user_id, user_id
               || coalesce(', assigned to ' || nullif(trim(coalesce(first_name, '') || ' ' || coalesce(last_name, '')),
               ''), '') FROM person
                        WHERE user_id <> '' AND person NOT IN (SELECT person FROM account WHERE person NOT NULL))
                            GROUP BY person) o USING (person)
    LEFT JOIN (SELECT person, max(day) AS day FROM granted, e WHERE day <= end_day GROUP BY person) g USING (person)
    LEFT JOIN (SELECT a.person, max(e.day) AS last_day, e.event FROM event e JOIN account a USING (account), period t
        WHERE e.day <= t.to_day GROUP BY a.person) u USING (person)
   WHERE (p.approved_day NOT NULL OR u.event NOT NULL)
     AND (p.approved_day <= e.end_day OR EXISTS (SELECT 1 FROM assignment a WHERE a.person = p.person AND a.authorized
         AND e.end_day BETWEEN coalesce(a.from_day, e.end_day) AND coalesce(a.to_day, e.end_day)))
     AND NOT EXISTS (SELECT 1 FROM absence w WHERE w.person = p.person AND w.separated_day <= e.end_day
         AND coalesce(w.returned_day > e.end_day, 1))
     AND NOT EXISTS (SELECT 1 FROM deactivation d WHERE d.person = p.person AND d.deactivated_day <= e.end_day
         AND coalesce(d.restored_day > e.end_day, 1))
     AND NOT EXISTS (SELECT 1 FROM account WHERE withheld)
     AND NOT EXISTS (SELECT 1 FROM coverage_kind k, period t WHERE k.kind = 'user_log'
         AND k.days * 10 < (t.to_day - t.from_day + 1) * 9);

CREATE VIEW administrator_account AS -- in the period, of the one who audits
  SELECT l.* FROM log_account l, setting s WHERE s.section = 'agency' AND s.key = 'administrator'
     AND (lower(l.user_id) = lower(trim(s.value))
         OR l.person = (SELECT p.person FROM person p WHERE p.user_key = lower(trim(s.value))));

CREATE VIEW notice_moment AS         -- AT is the earliest that it can be
  SELECT *, at + CASE at_doubt WHEN 'no time of day' THEN 86399 WHEN 'ambiguous' THEN 3600 ELSE 0 END AS latest_at
    FROM notice;

CREATE VIEW notice_of_search AS      -- notifications that name the case of a public-health search or, where they name
                                     -- none, its user
  SELECT s.event, n.notice, n.at, n.case_key, n.case_number, n.subject, n.about, n.source, n.line,
         -- in the hours up to the search
         n.latest_at <= s.at AND n.at >= s.latest_at - 3600 * notice_hours
           AND (s.account NOT NULL OR n.case_key NOT NULL) AS certain,
         -- or it may be, by a time that is in doubt
         n.at <= s.latest_at AND n.latest_at >= s.at - 3600 * notice_hours AS possible
    FROM search_for_health s CROSS JOIN notice_moment n CROSS JOIN threshold
   WHERE CASE WHEN n.case_key IS NULL THEN s.account IS NULL OR n.account = s.account
     OR EXISTS (SELECT 1 FROM account a WHERE a.account = n.account AND a.person = s.person)
              WHEN s.report NOT NULL THEN n.report = s.report
              ELSE n.case_key = s.case_key END;

CREATE VIEW notice_for_search AS     -- those of them whose subject does not say something else
  SELECT * FROM notice_of_search WHERE about IS NOT 'other';

CREATE VIEW notice_about_other AS    -- those that would count but for it, the last of each search
  SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY event ORDER BY at DESC, notice) AS turn
                   FROM notice_of_search WHERE about = 'other' AND possible) WHERE turn = 1;

CREATE VIEW notice_given AS          -- notifications that count for a public-health search and say who was notified;
                                     -- REACHED 0: their words say that nobody was
  SELECT n.event, x.notice, x.at, x.notified, x.method, x.source, x.line,
         row_number() OVER (PARTITION BY n.event ORDER BY x.at DESC, x.notice) AS place,
         EXISTS (SELECT 1 FROM entitled_word w -- not another's chief, nor the Chief's secretary
                  WHERE lower(x.notified) LIKE '%police%chief%' OR ' '
                        || replace(replace(replace(replace(replace(replace(replace(replace(lower(x.notified), 'fire chief', ''), 'battalion chief', ''), 'crew chief', ''), 'chief clerk', ''),
                           'chief deputy clerk', ''), 'chief judge', ''), 'chief''s secretary', ''), 'secretary to the chief', '') || ' ' LIKE w.words)
           OR EXISTS (SELECT 1 FROM designee d WHERE instr(lower(x.notified), d.name)
               OR instr(d.name, lower(trim(x.notified))))
           OR EXISTS (SELECT 1 FROM person q JOIN entitled_word w ON ' ' || lower(q.rank) || ' ' LIKE w.words
                       WHERE q.last_name <> ''
                         AND instr(' ' || replace(lower(x.notified), ',', ' ') || ' ', ' ' || lower(q.last_name)
                         || ' ')) AS entitled,
         NOT EXISTS (SELECT 1 FROM (VALUES ('%voicemail%'), ('%voice mail%'), ('%not reached%'), ('%no answer%'),
             ('%left message%'), ('%left a message%'), ('%unable to reach%'), ('%not available%'), ('%unavailable%')) u
                      WHERE lower(coalesce(x.method, '') || ' ' || coalesce(x.subject, '') || ' '
                          || x.notified) LIKE u.column1) AS reached
    FROM notice_for_search n JOIN notice x USING (notice) WHERE n.certain AND trim(x.notified) <> '';
CREATE VIEW notified_search AS       -- searches of which every notification that may count surely counts, and says who was notified
  SELECT * FROM health_to_notify s
   WHERE event IN (SELECT event FROM notice_given)
     AND NOT EXISTS (SELECT 1 FROM notice_for_search n WHERE n.event = s.event AND n.possible
                        AND n.notice NOT IN (SELECT g.notice FROM notice_given g WHERE g.event = s.event));

CREATE VIEW nearest_notice AS        -- of the notifications of a search that came too late or too early, and within 30
                                     -- days, the nearest
  SELECT event, at, source, line, CASE WHEN minutes = 0 THEN 'less than a minute' WHEN minutes < 120 THEN minutes || iif(minutes = 1, ' minute', ' minutes')
    WHEN minutes < 2880 THEN (minutes / 60) || ' hours' || CASE minutes % 60 WHEN 0 THEN '' WHEN 1 THEN ' 1 minute'
                             ELSE ' ' || (minutes % 60) || ' minutes' END
    ELSE (minutes / 1440) || ' days' END
         || iif(at > search_at, ' after the search', ' before it') AS distance
    FROM (SELECT n.*, s.at AS search_at, abs(n.at / 60 - s.at / 60) AS minutes,
        row_number() OVER (PARTITION BY n.event ORDER BY abs(n.at - s.at), n.notice) AS place
            FROM notice_for_search n JOIN search_for_health s USING (event) WHERE NOT n.certain
              AND abs(n.at - s.at) <= 30 * 86400)
   WHERE place = 1;

CREATE VIEW notices_end AS        -- the last notification, where it is more than 30 days before the last search that
                                  -- needs one
  SELECT n.last_at, date(n.last_at, 'unixepoch') AS last_on, (s.last_at - n.last_at) / 86400 AS days
    FROM (SELECT max(at) AS last_at FROM notice) n, (SELECT max(at) AS last_at FROM search_for_health) s
   WHERE s.last_at - n.last_at > 30 * 86400;

CREATE VIEW log_step AS           -- numbers without the one before them; BEFORE is the next below, NULL: none
  SELECT system, prefix, number, min(source) AS source, line,
         (SELECT max(b.number) FROM log_number b WHERE b.system = n.system AND b.prefix = n.prefix
             AND b.number < n.number) AS before
    FROM log_number n WHERE NOT EXISTS (SELECT 1 FROM log_number b WHERE b.system = n.system AND b.prefix = n.prefix
        AND b.number = n.number - 1)
   GROUP BY system, prefix, number;

CREATE VIEW log_sequence AS       -- what ids run in, five or more: 'whole' has at most one in five behind a gap, 'half'
                                  -- at least half of its numbers, 'sparse' fewer
  SELECT system, prefix, there, first, last, last - first + 1 AS numbers, digits, gaps,
         CASE WHEN gaps * 5 <= there THEN 'whole' WHEN there * 2 >= last - first + 1 THEN 'half'
           ELSE 'sparse' END AS state
    FROM (SELECT system, prefix, count(DISTINCT number) AS there, min(number) AS first, max(number) AS last,
        min(digits) AS digits
            FROM log_number GROUP BY system, prefix HAVING count(DISTINCT number) >= 5)
    JOIN (SELECT system, prefix, count(before) AS gaps FROM log_step GROUP BY system, prefix) USING (system, prefix);

CREATE VIEW log_id AS             -- the ids that run in sequence
  SELECT n.* FROM log_number n JOIN log_sequence q USING (system, prefix) WHERE q.state <> 'sparse';
CREATE VIEW log_id_outside AS     -- and those of which too few are there to say that the others are missing
  SELECT n.event,
         printf('ids of a sequence that has %d of its %d numbers, %s%0*d to %s%0*d: the host may number the events of others too',
                         q.there, q.numbers, q.prefix, q.digits, q.first, q.prefix, q.digits, q.last) AS words
    FROM log_number n JOIN log_sequence q USING (system, prefix) WHERE q.state = 'sparse';

CREATE VIEW reason_to_read AS     -- what a person must read before a purpose is said of a search, as a card's "to read"
                                  -- gives it
  SELECT s.name AS subject, s.user_id, s.report_number, s.occurred_at, q.question, q.words,
         'The word lists do not know what this reason says.' AS why,
         NULL AS report, s.reason_text AS text, s.source, s.line
    FROM search s JOIN question q ON q.question = 'purpose' WHERE s.purpose_read = 'unclear';

CREATE VIEW certainty (second, words, said) AS VALUES -- what the numbers of the second reader mean
  (2, 'surely said', 1), (1, 'said', 1), (0, 'unsure', 0), (-1, 'not said', 0);

CREATE VIEW log_place AS          -- where each row of the log is, another agency's too: the log reaches as far as its rows
  SELECT event, day, at, occurred_at, source, line FROM event
   UNION ALL SELECT event, day, NULL, date(day * 86400, 'unixepoch'), source, line FROM other_event;

CREATE VIEW log_reach AS          -- the first and last day of the log in the period, and the pause that is usual; no
                                  -- row where that is not known or audit.ini gives the days
  SELECT p.from_day, p.to_day, date(p.from_day * 86400, 'unixepoch') AS from_on,
         date(p.to_day * 86400, 'unixepoch') AS to_on, k.usual,
         min(e.day) AS first_day, max(e.day) AS last_day,
         (SELECT event FROM log_place, period WHERE day BETWEEN from_day AND to_day
           ORDER BY day, at NULLS LAST, event LIMIT 1) AS first_event,
         (SELECT event FROM log_place, period WHERE day BETWEEN from_day AND to_day
           ORDER BY day DESC, at DESC, event DESC LIMIT 1) AS last_event
    FROM coverage_kind k, period p, (SELECT day FROM day_activity WHERE in_period UNION ALL SELECT day FROM other_event,
        period WHERE day BETWEEN from_day AND to_day) e
   WHERE k.kind = 'user_log' AND k.by = 'rows' AND k.usual GROUP BY k.kind;

CREATE VIEW log_silence AS        -- days between two rows of the log that it does not cover
  SELECT from_day, to_day,
         (SELECT event FROM log_place WHERE day < s.from_day
           ORDER BY day DESC, at DESC, event DESC LIMIT 1) AS before_event,
         (SELECT event FROM log_place WHERE day > s.to_day ORDER BY day, at NULLS LAST, event LIMIT 1) AS after_event
    FROM (SELECT lag(to_day) OVER (ORDER BY from_day) + 1 AS from_day, from_day - 1 AS to_day FROM coverage
        WHERE kind = 'user_log') s
   WHERE from_day <= to_day;

CREATE VIEW log_row AS            -- the rows by which the log's reach is known, or whose ids run in sequence
  SELECT e.event FROM event e WHERE e.in_period
     AND (EXISTS (SELECT 1 FROM log_reach) OR e.event IN (SELECT event FROM log_id));
CREATE VIEW log_row_outside AS    -- rows that do not tell how far the log reaches
  SELECT e.event, 'rows held against their ids alone: '
         || iif(k.by = 'audit.ini', 'audit.ini states the days that the log covers',
                'they are too few to show which pauses are usual') AS words
    FROM coverage_kind k, event e WHERE k.kind = 'user_log' AND e.in_period AND NOT EXISTS (SELECT 1 FROM log_reach);

CREATE VIEW log_fall AS           -- rows of the log whose id is lower than that of the row before them, a minute or
                                  -- more earlier
  SELECT e.event, e.name, e.occurred_at, b.event AS before_event, b.name AS before_name, b.occurred_at AS before_at
    FROM (SELECT e.event, e.at, n.number, lag(e.event) OVER log AS before_event, lag(e.at) OVER log AS at_before,
        lag(n.number) OVER log AS number_before
            FROM log_id n JOIN event e USING (event) WHERE e.in_period
              AND e.at_doubt IS NULL WINDOW log AS (PARTITION BY n.prefix ORDER BY e.at, n.number)) f
    CROSS JOIN event e ON e.event = f.event CROSS JOIN event b ON b.event = f.before_event
   WHERE f.number < f.number_before AND f.at - f.at_before >= 60;

CREATE VIEW question (question, words) AS VALUES -- put so that "stated" clears
  ('use', 'Does this report say that facial recognition was used on an image in this case, by this agency or at its request?'),
  ('reason', 'Does this report say why facial recognition was used?'),
  ('officer', 'Does this report say who ran the search, by name or as its author?'),
  ('result', 'Does this report say what the search returned: a candidate, or none?'),
  ('name', 'Does this report name the person whom the search returned?'),
  ('corroborated',
      'Does this report say that the identity was confirmed by other means than the search before anyone acted on it, or that nobody acted on it?'),
  ('notice', 'Does this report say that the Chief or a designee was notified before the search?'),
  ('searcher', 'Can the one who searched, by this report, be the owner of the account in the log?'),
  ('same result', 'Is the result that this report states the one in the log?'),
  ('other', 'Is what this report tells something else than a use by this agency: another''s own search, a plan, a refusal?'),
  ('purpose', 'What is this reason for? Answer criminal, detained, safety, health, unable, unstated or unauthorized.');

CREATE VIEW doubt AS              -- what the readings did not settle, and why; a person may have answered it
  SELECT u.report, u.question, q.words, u.lexicon, u.second,
         CASE WHEN u.question = 'searcher' AND EXISTS (SELECT 1 FROM named_in_text t WHERE t.report = u.report
             AND t.what = u.question)
                THEN 'The report reads as if somebody else had searched, and yet the owner of the account is named in it.'
              WHEN u.question = 'same result' AND EXISTS (SELECT 1 FROM named_in_text t WHERE t.report = u.report
                  AND t.what = 'candidate')
                THEN 'The report reads as if it told another result, and yet names the person whom the log gives.'
              WHEN u.lexicon THEN 'The word lists find it said, the second reader does not.'
              WHEN c.said THEN 'The second reader finds it said, the word lists do not.'
              ELSE 'The word lists do not find it said, and the second reader is unsure.' END AS why
    FROM understood u JOIN question q USING (question) JOIN certainty c USING (second) WHERE u.state = 'not settled'
      OR u.answer NOT NULL;

CREATE VIEW trust AS              -- how far each rule that rests on words is to be trusted, in a sentence
  SELECT rule, printf('Of its findings on %d years of agencies that this program had never read, when it first read them (%s), %d were right and %d wrong; %d breaches were missed.',
                      count(*), max(read_on), sum(right_ones), sum(wrong_ones), sum(missed)) AS words
    FROM first_sight GROUP BY rule;

CREATE VIEW wording AS            -- how far the words that tell of uses are ones on which this program was tried
  SELECT count(*) AS reports, coalesce(sum(untried), 0) AS untried
    FROM (SELECT max(s.untried > 0) AS untried FROM report p JOIN row_meaning m USING (report)
        JOIN second_reading s USING (row)
           WHERE p.use_row NOT NULL AND (s.row = p.use_row OR s.use > 0) GROUP BY p.report);

-- nor any rule about narratives of these
CREATE VIEW report_unjudged AS SELECT report FROM report WHERE unread AND use_row IS NULL;

-- --------------------------------------------------------------- why a rule has no finding on a subject ("--
-- otherwise:")

CREATE VIEW event_outside AS      -- rows of the log that are no searches of the period, and why
  SELECT event, in_period, iif(in_period, 'the row is no search'
      || coalesce(' (action "' || nullif(action, '') || '")', ''), 'the row lies outside the period') AS words
    FROM event WHERE NOT in_period OR NOT is_search;

CREATE VIEW purpose_verdict AS    -- what a rule about purposes says of a search whose purpose does not break it
  SELECT event, 'does not apply' AS verdict, words FROM event_outside
  UNION ALL SELECT event, 'not tested', 'the reason was not judged: ' || coalesce(purpose_doubt, 'none was exported')
    FROM search_unjudged
  UNION ALL SELECT event, 'does not fire', 'the purpose is ' || purpose || coalesce(' (' || purpose_detail || ')', '')
                   || coalesce(', by the words "' || nullif(purpose_words, '') || '" of the reason "' || reason_text
                       || '"', '') || coalesce('. ' || purpose_by_case, '')
    FROM search_with_purpose;

CREATE VIEW report_unread_why AS  -- the narratives of a report that could not be read
  SELECT w.report, 'a narrative of it is withheld, not exported or beyond the limits of a pattern ('
    || group_concat(s.path || ':' || w.line, ', ') || '): read it by hand' AS words
    FROM report_row w JOIN source s USING (source)
   WHERE w.narrated IS NULL OR w.narrative_withheld
      OR EXISTS (SELECT 1 FROM unevaluated u WHERE u.what = 'narrative' AND u.source = w.source AND u.line = w.line)
   GROUP BY w.report;

CREATE VIEW report_outside AS     -- reports that document no use of the period, as far as they can be read
  SELECT p.report, iif(u.report IS NULL, 'does not apply', 'not tested') AS verdict,
         'no row of it documents a use' || coalesce(' in what could be read, but ' || u.words, '') AS words
    FROM report p LEFT JOIN report_unread_why u ON u.report = p.report WHERE p.use_row IS NULL
  UNION ALL
  SELECT report, 'does not apply',
         'the row that documents the use is dated outside the period, and no search of the period is linked to it'
    FROM report WHERE use_row NOT NULL AND NOT documented;

CREATE VIEW report_quote AS       -- what a report says of each meaning, in its own words
  SELECT g.report, g.meaning, group_concat('"' || g.words || '" (' || s.path || ':' || g.line || ')', '; ') AS words
    FROM report_statement g JOIN source s USING (source) GROUP BY g.report, g.meaning;

-- ------------------------------------------------------------------------------------------ views for others to read

CREATE VIEW audit_search AS
  SELECT e.name AS event, s.path AS source_file, e.line AS source_line, e.occurred_at, a.user_id,
         coalesce(nullif(e.user_name, ''), a.user_name) AS user_name,
         e.case_number, r.text AS reason, r.purpose, e.candidate AS candidate_selected,
         e.report_number, e.method AS link_method, e.confidence AS link_confidence, e.link_why AS link_reason,
           e.orphan_kind,
         r.words AS purpose_words, r.detail AS purpose_detail, e.action, e.workstation, e.address,
           e.probe AS probe_image, e.returned AS candidates_returned,
         e.at_doubt, e.session, coalesce(r.purpose_read, r.purpose) AS purpose_read
    FROM event_linked e JOIN source s USING (source) JOIN account a USING (account)
      LEFT JOIN reason r ON r.reason = e.reason
   WHERE e.is_search AND e.in_period;

CREATE VIEW audit_finding AS
  SELECT f.finding_id, f.rule, r.clause, f.severity, f.subject_kind, f.subject, f.user_id, f.report_number,
         f.occurred_at, f.detail,
         f.explanation, s.path AS source_file, f.line AS source_line, f.disposition, f.matter_id, r.title, r.innocent,
         f.finding AS number, d.note, coalesce(nullif(d.decided_by, ''),
             iif(d.id NOT NULL, 'not said', NULL)) AS decided_by, d.decided_on, d.due, d.response, f.facts
    FROM finding f JOIN rule r USING (place) LEFT JOIN source s ON s.source = f.source
      LEFT JOIN decision d ON d.id = f.decided_id;

CREATE VIEW source_short AS       -- a letter for a file, where its name would be too long: L5 is line 5 of the log; of several logs L1:5 is of the first
  SELECT source, path, CASE kind WHEN 'user_log' THEN 'L' WHEN 'incident_reports' THEN 'R' WHEN 'personnel' THEN 'P' WHEN 'chief_notifications' THEN 'N' WHEN 'duty_schedule' THEN 'D' ELSE 'A' END
         || iif(count(*) OVER (PARTITION BY kind) > 1, row_number() OVER (PARTITION BY kind ORDER BY source) || ':', '') AS short
    FROM source;

CREATE VIEW account_short AS      -- an account's id, or where that is too long for the column of a page its first eight characters, which a key explains; where
                                  -- they are another's too, its number
  SELECT account, user_id, user_key,
         CASE WHEN length(user_id) <= 20 THEN user_id WHEN count(*) OVER (PARTITION BY substr(user_key, 1, 8)) = 1 THEN substr(user_id, 1, 8)
              ELSE 'account ' || account END AS short
    FROM account;

CREATE VIEW rule_words AS         -- of each rule: the part of the directive it belongs to, what it counts, and how far its findings are answered
  SELECT r.place,
         CASE WHEN r.path GLOB '*/32.6.1-*' OR r.path GLOB '*/32.6.10-*' OR r.path GLOB '*/32.6.11-*' THEN 'Access' WHEN r.path GLOB '*/32.6.[235]-*' THEN 'Purpose'
              WHEN r.path GLOB '*/32.6.6-*' THEN 'Documentation' WHEN r.path GLOB '*/32.6.[47]-*' THEN 'Follow-up' ELSE 'Log and audit' END AS part,
         CASE WHEN r.subject = 'report' THEN 'report' WHEN r.subject = 'log' THEN 'log row' WHEN r.subject = 'user' THEN 'account' WHEN r.examines LIKE '%session%' THEN 'session'
              WHEN r.examines LIKE 'activity%' OR r.examines LIKE 'log%' THEN 'log row' ELSE 'search' END AS unit,
         coalesce(f.answered, 0) AS answered, coalesce(f.matters, 0) AS matters
    FROM rule r LEFT JOIN (SELECT place, count(*) FILTER (WHERE disposition NOT IN ('referred', 'pending')) AS answered, count(DISTINCT coalesce(matter, -finding)) AS matters FROM finding GROUP BY place) f USING (place);

CREATE VIEW audit_disposition AS
  SELECT d.id, d.disposition, d.note, coalesce(nullif(d.decided_by, ''), 'not said') AS decided_by, d.decided_on, d.due,
         d.response, s.path AS source_file,
         d.line AS source_line,
         CASE WHEN d.superseded THEN 'superseded' WHEN d.id IN (SELECT id FROM disposition_conflict) THEN 'conflict'
              WHEN d.id IN (SELECT id FROM not_covered) THEN 'changed'
              WHEN c.about = 'finding' AND EXISTS (SELECT 1 FROM finding_row f WHERE f.finding_id = d.id) THEN 'applied'
              WHEN c.about <> 'finding' AND EXISTS (SELECT 1 FROM passage p WHERE p.passage_id = d.id) THEN 'applied'
              WHEN c.about = 'finding' AND EXISTS (SELECT 1 FROM matter m WHERE m.matter_id = d.id) THEN 'applied'
              WHEN d.id GLOB '*/*' OR length(d.id) = 12 AND d.id NOT GLOB '*[^0-9a-f]*' THEN 'gone'
                ELSE 'unknown' END AS state
    FROM disposition_said d JOIN choice c ON c.word = d.disposition JOIN source s USING (source) ORDER BY d.source,
      d.line;

CREATE VIEW audit_evidence AS
  SELECT f.finding_id, s.kind, s.path AS source_file, v.line AS source_line
    FROM finding f JOIN evidence v USING (finding) JOIN source s ON s.source = v.source;

CREATE VIEW audit_reject AS
  SELECT s.path AS source_file, j.line AS source_line, j.reason, j.raw FROM reject j JOIN source s USING (source);

CREATE VIEW audit_input AS
  SELECT path, sha256, bytes, rows, kept, duplicates, rejected, not_data, encoding, delimiter, header_line, first_at,
         last_at,
         kind, time_zone, date_order, other_agency FROM source ORDER BY source;

CREATE VIEW audit_coverage AS
  SELECT k.kind, date(min(c.from_day) * 86400, 'unixepoch') AS first_at,
         date(max(c.to_day) * 86400, 'unixepoch') AS last_at,
         round(1.0 * k.days / (SELECT to_day - from_day + 1 FROM period), 4) AS share, k.gaps, k.note,
         k.by, date(k.first_day * 86400, 'unixepoch') AS first_row, date(k.last_day * 86400, 'unixepoch') AS last_row
    FROM coverage_kind k LEFT JOIN coverage c USING (kind) GROUP BY k.kind;

CREATE VIEW coverage_words AS     -- what the first page of every output says before anything else, a paragraph a row,
                                  -- in the order of PLACE
  WITH kinds AS (
    SELECT c.kind, n.words, c.first_at, c.last_at, c.share, c.by,
           CASE WHEN c.share > 0.995 AND c.share < 1 THEN '>99' WHEN c.share > 0 AND c.share < 0.005 THEN '<1'
             ELSE printf('%.0f', 100 * c.share) END || ' % of the days' AS percent,
           CASE c.kind WHEN 'user_log' THEN 1 WHEN 'incident_reports' THEN 2 WHEN 'personnel' THEN 3
             WHEN 'chief_notifications' THEN 4 ELSE 5 END AS place
      FROM audit_coverage c JOIN kind n USING (kind)),
  unreached AS (
    SELECT count(*) AS searches, sum(words LIKE 'too recent%') AS recent FROM search_unlinked_outside
      WHERE words NOT LIKE 'whose user%')
  SELECT 1 AS place, 'Covered: ' || group_concat(words, '; ') || '.' AS text FROM (
    SELECT words || iif(kind = 'incident_reports', ', for searches of ', ' ')
      || iif(share, first_at || ' to ' || last_at || ' (' || percent || ')', 'no day of the period') AS words, place
      FROM kinds WHERE share < 1 AND by <> 'not supplied'
     UNION ALL SELECT group_concat(words, ', ') || ' the whole period', 8
       FROM (SELECT words FROM kinds WHERE share = 1 ORDER BY place) HAVING count(*)
     UNION ALL SELECT 'not supplied: ' || group_concat(words, ', '), 9
       FROM (SELECT words FROM kinds WHERE by = 'not supplied' ORDER BY place) HAVING count(*)
     ORDER BY place) HAVING count(*)
   UNION ALL
  SELECT 2, printf('The log covers %,d of the %,d days of the period. If it should cover them all, a part of it is missing; if not, correct [period] in audit.ini.', k.days, p.to_day - p.from_day + 1)
    FROM coverage_kind k, period p WHERE k.kind = 'user_log' AND k.days * 10 < (p.to_day - p.from_day + 1) * 9
   UNION ALL
  SELECT 3, printf('%,d %s without a report %s where the reports supplied do not reach', searches,
      iif(searches = 1, 'search', 'searches'), iif(searches = 1, 'lies', 'lie'))
         || CASE WHEN recent = searches THEN ', too recent to judge' WHEN recent
           THEN printf(', %,d of them too recent to judge', recent) ELSE '' END || ': no exception, not tested.'
    FROM unreached WHERE searches
   UNION ALL
  SELECT 4, printf('%,d %s: not tested.', count(*),
      iif(count(*) = 1, 'report of a use is dated where the log does not reach its search',
      'reports of a use are dated where the log does not reach their searches'))
    FROM report_outside_log WHERE words NOT LIKE 'near a search%' HAVING count(*)
   UNION ALL
  SELECT 5, printf('The personnel file lacks %,d of the %,d accounts in the log and may be incomplete: whether they had access was not tested.', count(*), (SELECT count(*) FROM log_account))
    FROM unlisted_account HAVING count(*)
   UNION ALL
  SELECT 6, 'The last notification to the Chief is of ' || last_on || ', ' || days
    || ' days before the last public-health search: if the file ends early, say so in [coverage] chief_notifications of audit.ini.' FROM notices_end
   UNION ALL
  SELECT 6 + row_number() OVER (ORDER BY n.source, n.line, n.note), s.path || iif(n.line, ':' || n.line, '') || ': '
    || n.text FROM source_note n JOIN source s USING (source) WHERE n.front;

CREATE VIEW covered_day AS        -- how many days of the period the log covers
  SELECT coalesce((SELECT days FROM coverage_kind WHERE kind = 'user_log'), to_day - from_day + 1) AS days FROM period;

CREATE VIEW uncovered_month AS    -- months of the period of which the log covers less than half
  WITH RECURSIVE months (month, from_day, to_day) AS (
    SELECT strftime('%Y-%m', from_day * 86400, 'unixepoch'), from_day,
           strftime('%s', from_day * 86400, 'unixepoch', 'start of month', '+1 month') / 86400 - 1 FROM period
     UNION ALL SELECT strftime('%Y-%m', (m.to_day + 1) * 86400, 'unixepoch'), m.to_day + 1,
       strftime('%s', (m.to_day + 1) * 86400, 'unixepoch', '+1 month') / 86400 - 1
                 FROM months m, period p WHERE m.to_day < p.to_day LIMIT 1200)
  SELECT m.month FROM months m, period p
   WHERE EXISTS (SELECT 1 FROM coverage_kind WHERE kind = 'user_log')
     AND 2 * (SELECT coalesce(sum(min(c.to_day, m.to_day) - max(c.from_day, m.from_day) + 1), 0) FROM coverage c
               WHERE c.kind = 'user_log' AND c.from_day <= m.to_day AND c.to_day >= m.from_day) < min(m.to_day,
                 p.to_day) - m.from_day + 1;

CREATE VIEW month_activity AS     -- day_activity by the months of the period; where that is not set, from the first
                                  -- search to the last
  WITH RECURSIVE search AS (
    SELECT strftime('%Y-%m', day * 86400, 'unixepoch') AS month, sum(searches) AS searches,
           sum(documented) AS documented
      FROM day_activity WHERE in_period AND searches GROUP BY 1),
  span AS (
    SELECT coalesce((SELECT strftime('%Y-%m', from_day * 86400, 'unixepoch') FROM period), min(month)) AS first,
           coalesce((SELECT strftime('%Y-%m', to_day * 86400, 'unixepoch') FROM period), max(month)) AS last
             FROM search),
  months (month) AS (
    SELECT first FROM span WHERE first NOT NULL
     UNION ALL SELECT strftime('%Y-%m', month || '-01', '+1 month') FROM months, span WHERE month < last LIMIT 1200)
  SELECT m.month, substr('JanFebMarAprMayJunJulAugSepOctNovDec', 3 * substr(m.month, 6, 2) - 2, 3) || ' '
    || substr(m.month, 1, 4) AS name,
         coalesce(s.searches, 0) AS searches, coalesce(s.documented, 0) AS documented,
         m.month NOT IN (SELECT month FROM uncovered_month) AS covered -- by the log
    FROM months m LEFT JOIN search s USING (month);

CREATE VIEW month_not_judged AS   -- searches that the reports supplied do not reach, by month; none: no row
  SELECT strftime('%Y-%m', e.day * 86400, 'unixepoch') AS month, count(*) AS searches
    FROM search_unlinked_outside o JOIN event e USING (event) GROUP BY 1;

CREATE VIEW open_passage AS SELECT * FROM passage WHERE answer IS NULL;

CREATE VIEW question_once AS      -- each question about a passage once, whichever rules ask it and of however many
                                  -- searches; open while any of them is
  SELECT p.passage_id, min(p.number) AS number, iif(count(*) = count(p.answer), max(p.answer), NULL) AS answer,
         replace(group_concat(DISTINCT r.rule), ',', ', ') AS rules,
         CASE count(DISTINCT p.user_id) WHEN 0 THEN NULL WHEN 1 THEN max(p.user_id)
           ELSE printf('%,d accounts', count(DISTINCT p.user_id)) END AS user,
         CASE count(DISTINCT p.report_number) WHEN 0 THEN NULL WHEN 1 THEN max(p.report_number)
           ELSE printf('%,d reports', count(DISTINCT p.report_number)) END AS report,
         count(DISTINCT iif(r.subject = 'event', p.subject, NULL)) AS searches,
           count(DISTINCT p.report_number) AS reports
    FROM passage p JOIN rule r USING (place) GROUP BY p.passage_id;

CREATE VIEW audit_passage AS
  SELECT p.passage_id, r.rule, r.subject AS subject_kind, p.subject, p.user_id, p.report_number, m.matter_id,
         p.question, p.passage,
         s.path AS source_file, p.line AS source_line, p.why, p.answer, p.occurred_at, r.clause, p.number
    FROM passage p JOIN rule r USING (place) JOIN source s ON s.source = p.source
    LEFT JOIN passage_matter x ON x.number = p.number LEFT JOIN matter m ON m.matter = x.matter;

CREATE VIEW audit_matter AS
  SELECT m.matter_id, m.matter AS rank, m.severity, m.kind, m.user_id, m.user_name, m.report_number, m.sentence,
         m.findings, m.first_at, m.last_at,
         m.innocent, (SELECT d.disposition FROM decision d WHERE d.id = m.matter_id
             AND d.id NOT IN (SELECT id FROM not_covered)) AS disposition,
         m.passages, m.rules, c.words AS can_change, m.open,
         CASE WHEN m.matter_id IN (SELECT id FROM disposition_conflict) THEN 'conflict'
           WHEN m.matter_id IN (SELECT id FROM not_covered) THEN 'changed'
              WHEN m.open THEN 'open' ELSE 'answered' END AS state,
         -- 1: of the administrator's own account, so that somebody else answers it
         lower(m.user_id) IN (SELECT lower(user_id) FROM administrator_account) AS second_reviewer,
         -- what an answer to it stands for
         (SELECT group_concat(f.facts, ' ') FROM finding_matter x JOIN finding_row f USING (finding)
             WHERE x.matter = m.matter) AS covers
    FROM matter m JOIN change c USING (can_change) ORDER BY m.matter;

CREATE VIEW audit_clause AS
  SELECT clause, title, rule, status, tested, exceptions, to_read, why, severity, place FROM rule ORDER BY place;

CREATE VIEW earlier_audit AS      -- the audit before this one, a row where [provenance] earlier_audit names it and its
                                  -- manifest says when it was; this audit's days and its first row of the log beside it
  SELECT e.value AS dated, f.value AS from_date, t.value AS to_date, p.value AS path, substr(m.value, 1, 12) AS manifest,
         a.value AS this_dated, date(period.from_day * 86400, 'unixepoch') AS this_from, l.source, l.line,
         CAST(julianday(a.value) - julianday(e.value) AS INTEGER) AS days,
         CAST(julianday(period.from_day * 86400, 'unixepoch') - julianday(t.value) - 1 AS INTEGER) AS between_days
    FROM setting e JOIN period
    JOIN (SELECT coalesce((SELECT value FROM setting WHERE section = 'run' AND key = 'as_of'),
                          (SELECT date(to_day * 86400, 'unixepoch') FROM period)) AS value) a
    JOIN (SELECT source, line FROM event ORDER BY in_period DESC, at, event LIMIT 1) l
    LEFT JOIN setting f ON f.section = 'run' AND f.key = 'earlier_from'
    LEFT JOIN setting t ON t.section = 'run' AND t.key = 'earlier_to'
    LEFT JOIN setting p ON p.section = 'run' AND p.key = 'earlier_path'
    LEFT JOIN setting m ON m.section = 'run' AND m.key = 'earlier_sha256'
   WHERE e.section = 'run' AND e.key = 'earlier_dated';

CREATE VIEW misuse (rule) AS VALUES -- rules whose sustained findings are improper use (32.6.10): of the system itself, not
                                  -- of how a use was written down
  ('unauthorized-purpose'), ('personal-connection'), ('family-name'), ('repeat-subject'), ('shared-credentials'),
  ('access-after-separation'), ('access-after-deactivation'), ('unauthorized-user'), ('unapproved-access'),
  ('untrained-user');

CREATE VIEW misuse_answered AS    -- findings of misuse that people sustained, on themselves or through their matter
  SELECT f.finding, f.user_id, f.subject, f.occurred_at, f.source, f.line, r.rule, d.id AS answer_id,
         d.source AS answer_source, d.line AS answer_line, d.decided_on, CAST(strftime('%s', d.decided_on) / 86400 AS INTEGER)
           AS decided_day
    FROM finding_row f JOIN rule r USING (place) JOIN misuse m ON m.rule = r.rule
    JOIN decision d ON d.id IN (f.finding_id, 'report/' || f.report_number, 'account/' || lower(f.user_id) || '/'
                                  || iif(r.matter LIKE 'account %', substr(r.matter, 9), r.rule))
                    OR d.id LIKE 'session/%' AND r.subject = 'event' AND f.report_number IS NULL AND r.matter IS NULL
                       AND EXISTS (SELECT 1 FROM event e JOIN session_event x USING (event)
                                     JOIN session_event y USING (session) JOIN event b ON b.event = y.event
                                    WHERE e.name = f.subject AND b.name = substr(d.id, 9))
   WHERE d.disposition = 'sustained' AND f.user_id NOT NULL -- and the finding was there when it was given
     AND iif(coalesce(d.covers, '') <> '', instr(d.covers, f.facts),
             coalesce(substr(f.occurred_at, 1, 10) <= substr(d.decided_on, 1, 10), 1))
     AND NOT EXISTS (SELECT 1 FROM decision o WHERE o.id = f.finding_id AND o.id <> d.id); -- one to the finding goes first

CREATE VIEW misuse_sustained AS   -- the first of them of each account, where its member is known and the personnel file
                                  -- reaches the day on which it was decided
  SELECT m.*, p.person, p.source AS person_source, p.line AS person_line,
         (SELECT min(t.deactivated_day) FROM assignment t WHERE t.person = p.person
             AND t.deactivated_day >= CAST(strftime('%s', substr(m.occurred_at, 1, 10)) / 86400 AS INTEGER)) AS ended_day
    FROM (SELECT *, row_number() OVER (PARTITION BY lower(user_id) ORDER BY decided_day, finding) AS turn
            FROM misuse_answered WHERE decided_day NOT NULL) m
    JOIN account a ON a.user_key = lower(m.user_id) JOIN person p ON p.person = a.person
   WHERE m.turn = 1 AND m.decided_day <= (SELECT day FROM personnel_reaches);

CREATE VIEW personnel_reaches AS  -- the day to which the personnel file tells: of its export as [provenance] says it, else
                                  -- of its latest date
  SELECT max(day) AS day
    FROM (SELECT CAST(strftime('%s', value) / 86400 AS INTEGER) AS day FROM setting
           WHERE section = 'provenance' AND key = 'personnel_on'
           UNION ALL SELECT max(max(coalesce(from_day, 0), coalesce(separated_day, 0), coalesce(deactivated_day, 0),
                                    coalesce(approved_day, 0))) FROM assignment);

CREATE VIEW misuse_outside AS     -- those of which the personnel file cannot tell
  SELECT finding, iif(decided_day IS NULL, 'sustained on a day that the ledger does not say',
                      'sustained after the last day that the personnel file tells of') AS words
    FROM misuse_answered
   WHERE decided_day IS NULL OR decided_day > coalesce((SELECT day FROM personnel_reaches), 0);

CREATE VIEW unit (examines, one, many) AS VALUES -- what a rule counts, by the view that it examines, or by its subject
  ('event', 'search', 'searches'), ('report', 'report', 'reports'), ('user', 'account', 'accounts'),
  ('log', 'row of the log', 'rows of the log'),
  ('access_held', 'account with access', 'accounts with access'),
  ('account_with_candidate', 'account that selected candidates', 'accounts that selected candidates'),
  ('account_with_workstation', 'account with workstations', 'accounts with workstations'),
  ('acted_report', 'report of an action on a candidate', 'reports of an action on a candidate'),
  ('activity_of_personnel', 'row of the log', 'rows of the log'),
  ('approved_member', 'approved member', 'approved members'),
  ('approved_use', 'approved report of a use', 'approved reports of a use'),
  ('candidate_of_personnel', 'search with a candidate', 'searches with a candidate'),
  ('candidate_report', 'report of a candidate', 'reports of a candidate'),
  ('dated_report', 'report of a use', 'reports of a use'),
  ('dated_use', 'linked report of a use', 'linked reports of a use'),
  ('documented_report', 'report of a use', 'reports of a use'),
  ('health_report', 'report of a public-health search', 'reports of public-health searches'),
  ('health_to_notify', 'public-health search', 'public-health searches'),
  ('linked_report', 'linked report of a use', 'linked reports of a use'),
  ('linked_report_of_user', 'linked report of a use', 'linked reports of a use'),
  ('earlier_audit', 'earlier audit', 'earlier audits'),
  ('misuse_sustained', 'account of sustained misuse', 'accounts of sustained misuse'),
  ('log_id', 'id of the log', 'ids of the log'),
  ('log_named', 'row with an id', 'rows with an id'),
  ('notified_search', 'public-health search with a notification', 'public-health searches with a notification'),
  ('search_by_known_user', 'search by a member', 'searches by members'),
  ('search_by_new_user', 'search by a member', 'searches by members'),
  ('search_linked', 'linked search', 'linked searches'),
  ('report_of_kind', 'report with an incident type', 'reports with an incident type'),
  ('search_with_hours', 'search by an account with hours of duty', 'searches by accounts with hours of duty'),
  ('search_with_purpose', 'search with a reason', 'searches with a reason'),
  ('searching_owner', 'account that searched', 'accounts that searched'),
  ('selection', 'search with a candidate', 'searches with a candidate'),
  ('selection_by_known_user', 'search with a candidate', 'searches with a candidate'),
  ('separated_person', 'member who left', 'members who left'),
  ('session_with_number', 'session with a case number', 'sessions with a case number'),
  ('timed_session', 'session', 'sessions'),
  ('whole_report', 'report of a use', 'reports of a use');
