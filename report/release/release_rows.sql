-- The searches of the request with what decides over their cells, once the words of statuses are known.

CREATE TEMP TABLE report_state AS -- of each report: what its rows say of its status, on the day of the export
  SELECT m.report, group_concat(DISTINCT coalesce(w.state, iif(trim(coalesce(f.status, '')) = '', 'blank', 'unknown'))) AS states,
         group_concat(DISTINCT nullif(trim(f.status), '')) AS words, group_concat(DISTINCT nullif(trim(f.type), '')) AS types,
         min(f.day) AS day, group_concat(coalesce(n.text, ''), ' ') AS narrative
    FROM row_meaning m JOIN report_fact f USING (row) LEFT JOIN status_word w ON w.words = lower(trim(f.status)) LEFT JOIN narrative n ON n.row = m.row
   GROUP BY m.report;

CREATE TEMP TABLE release_search AS
  SELECT row_number() OVER (ORDER BY e.at, e.at_ms, e.event) AS row, e.event, e.name, replace(substr(e.occurred_at, 1, 19), 'T', ' ') AS at, e.day, e.agency, e.action, a.user_id,
         coalesce(nullif(e.user_name, ''), a.user_name) AS user_name, e.workstation, e.address, e.case_number, r.text AS reason, e.probe, e.returned, e.candidate,
         e.report_number, x.types, x.words AS status, r.purpose, coalesce(r.strange, '') AS strange, e.withheld,
         a.withheld AS user_withheld, e.name_withheld, e.workstation_withheld, e.case_withheld, e.probe_withheld, e.candidate_withheld, e.reason_withheld,
         iif(e.report NOT NULL AND n.confidence >= 0.9, x.states, NULL) AS states, n.confidence, x.narrative, date(x.day * 86400, 'unixepoch') AS incident,
         EXISTS (SELECT 1 FROM comparison c JOIN reading g ON g.reading = c.reading
                  WHERE c.report = e.report AND c.what = 'action'
                    AND (c.relation = 'same' OR c.relation = 'partly' AND lower(g.value) = lower(trim(substr(e.candidate, 1, instr(e.candidate || ',', ',') - 1))))
                    AND (g.sentence || g.words LIKE '%arrested%' OR g.sentence || g.words LIKE '%under arrest%' OR g.sentence || g.words LIKE '%custody%')
                    AND NOT EXISTS (SELECT 1 FROM (VALUES ('%warrant%'), ('%affidavit%'), ('%capias%'), ('% not %'), ('%n''t %'), ('% never %'), ('% nearly %'), ('% almost %'), ('%previous%'), ('% prior %'),
                                                          ('% will %'), ('% would %'), ('% could %'), ('% to be %'), ('%attempt%'), ('% if %')) no WHERE ' ' || g.sentence LIKE no.column1)) AS arrested,
         e.report
    FROM event_linked e JOIN account a USING (account) LEFT JOIN reason r USING (reason) LEFT JOIN session_event v ON v.event = e.event LEFT JOIN session n ON n.session = v.session
    LEFT JOIN report_state x ON x.report = e.report
   WHERE e.is_search AND e.in_period
     AND date(e.day * 86400, 'unixepoch') BETWEEN coalesce((SELECT value FROM asked WHERE name = 'from'), '0000') AND coalesce((SELECT value FROM asked WHERE name = 'to'), '9999')
     AND ((SELECT value FROM asked WHERE name = 'user') IS NULL OR a.owner = CAST((SELECT value FROM asked WHERE name = 'user') AS INTEGER))
     AND ((SELECT value FROM asked WHERE name = 'report') IS NULL OR e.report = CAST((SELECT value FROM asked WHERE name = 'report') AS INTEGER))
     AND ((SELECT value FROM asked WHERE name = 'subject') IS NULL OR e.candidate IN (SELECT name FROM subject_name));

CREATE TEMP TABLE release_cell (  -- each cell of the sheet Searches, or part of one
  row INTEGER NOT NULL, event TEXT NOT NULL, place INTEGER NOT NULL, column TEXT NOT NULL,
  part INTEGER NOT NULL,          -- 0: the whole cell; 1, 2 ...: parts of its text
  value TEXT NOT NULL,            -- as it stands in the log
  shown TEXT NOT NULL,            -- as it is released
  outcome TEXT NOT NULL CHECK (outcome IN ('released', 'withheld', 'person', 'source', 'blank')),
  cite TEXT, basis TEXT, decided TEXT) STRICT;

CREATE TEMP VIEW release_cover AS -- what the cover says, in its order
SELECT 'Agency' AS what, (SELECT value FROM setting WHERE section = 'agency' AND key = 'name') AS words
UNION ALL SELECT 'Request', coalesce((SELECT value FROM asked WHERE name = 'request'), 'no number was given')
UNION ALL SELECT 'Released on', (SELECT value FROM asked WHERE name = 'day')
UNION ALL SELECT 'Searched', 'the user log of the facial recognition system, ' || (SELECT value FROM setting WHERE section = 'period' AND key = 'from') || ' to ' || (SELECT value FROM setting WHERE section = 'period' AND key = 'to')
       || coalesce(', from ' || (SELECT value FROM asked WHERE name = 'from'), '') || coalesce(' to ' || (SELECT value FROM asked WHERE name = 'to'), '')
       || coalesce(', of the account ' || (SELECT value FROM asked WHERE name = 'user_words'), '') || coalesce(', of report ' || (SELECT value FROM asked WHERE name = 'report_words'), '')
UNION ALL SELECT 'Searches', printf('%,d', (SELECT count(*) FROM release_search))
UNION ALL SELECT 'Cells released', printf('%,d', count(*)) FROM release_cell WHERE part = 0 AND outcome = 'released'
UNION ALL SELECT 'Cells withheld, ' || cite, printf('%,d', count(*)) FROM release_cell WHERE outcome = 'withheld' GROUP BY cite
UNION ALL SELECT 'Cells waiting for a person', printf('%,d, marked [review]', count(*)) FROM release_cell WHERE outcome = 'person'
UNION ALL SELECT 'Withheld by the source', printf('%,d, no exemption of this agency', count(*)) FROM release_cell WHERE outcome = 'source'
UNION ALL SELECT 'Columns not exported', (SELECT group_concat(c.column1, ', ') FROM (VALUES ('Agency'), ('Action'), ('Workstation'), ('Address'), ('Case number'), ('Reason'), ('Probe image'), ('Candidates returned'), ('Candidate selected'), ('Case status')) c
         WHERE NOT EXISTS (SELECT 1 FROM release_cell x WHERE x.column = c.column1 AND x.outcome <> 'blank') AND EXISTS (SELECT 1 FROM release_cell x WHERE x.column = c.column1))
UNION ALL SELECT 'Case statuses', 'as the records system had them' || coalesce(' on ' || (SELECT value FROM asked WHERE name = 'statuses_on'), ' on a day that was not stated')
       || iif(julianday((SELECT value FROM asked WHERE name = 'day')) - julianday((SELECT value FROM asked WHERE name = 'statuses_on')) > 30 OR (SELECT value FROM asked WHERE name = 'statuses_on') IS NULL,
              ': more than 30 days before this release, or not known: refresh them, since a case may have closed or reopened', '')
UNION ALL SELECT 'Where faces come from', CASE (SELECT value FROM asked WHERE name = 'gallery') WHEN 'booking' THEN 'booking photographs' WHEN 'dhsmv' THEN 'driver licence photographs: counsel has to say what holds for names (18 U.S.C. 2721)'
         ELSE 'not settled ([redactions] gallery): names are decided by the case alone' END
UNION ALL SELECT 'Cleared by arrest', CASE (SELECT value FROM asked WHERE name = 'arrest') WHEN 'ask' THEN 'a person decides, but for the one who was arrested' ELSE 'taken as ' || (SELECT value FROM asked WHERE name = 'arrest') END
UNION ALL SELECT 'Undercover staff', (SELECT value FROM asked WHERE name = 'undercover')
UNION ALL SELECT 'Table of exemptions', 'written on ' || (SELECT value FROM asked WHERE name = 'table') || coalesce('; not confirmed by counsel: ' || (SELECT value FROM asked WHERE name = 'unconfirmed'), '; every citation used was confirmed')
UNION ALL SELECT 'Findings', printf('%,d, of which %,d wait for a person', count(*), sum(waits)) || iif((SELECT value FROM asked WHERE name = 'final') IS NULL, ': no day in [redactions] audit_final says that the audit is final, and whether 119.0713(2)(b) covers it until then is for counsel', '') FROM release_finding HAVING count(*)
UNION ALL SELECT 'Since the last release', (SELECT value FROM asked WHERE name = 'since') WHERE (SELECT value FROM asked WHERE name = 'since') NOT NULL
UNION ALL SELECT 'Sealed or expunged', 'the data cannot show it: asked of the custodian before this release? ____';

CREATE TEMP VIEW release_finding AS -- asked for: findings on these searches, their reports and users, by what must hold alone; none
  -- of their words, which quote cells. Until the audit is final, and while an answer is not given in full, a person decides.
  WITH of_user AS (SELECT min(row) AS row, s.user_id FROM release_search s GROUP BY s.user_id),
  of_report AS (SELECT min(row) AS row, s.report_number FROM release_search s WHERE s.report_number NOT NULL GROUP BY s.report_number)
  SELECT f.number, coalesce(s.row, r.row, u.row) AS row, f.clause, f.title, f.severity,
         CASE f.subject_kind WHEN 'event' THEN 'search' WHEN 'user' THEN 'account' ELSE f.subject_kind END AS kind,
         (SELECT c.shown FROM release_cell c WHERE c.part = 0 AND c.row = coalesce(s.row, r.row, u.row)
                    AND c.place = CASE f.subject_kind WHEN 'event' THEN 0 WHEN 'report' THEN 13 ELSE 4 END) AS which,
         coalesce(f.disposition, 'open') AS answer,
         (SELECT value FROM asked WHERE name = 'final') IS NULL OR coalesce(f.disposition IN ('referred', 'pending'), 0)
           OR f.rule IN ('personal-connection', 'family-name', 'repeat-subject', 'subject-by-many') AS waits
    FROM audit_finding f LEFT JOIN release_search s ON f.subject_kind = 'event' AND s.name = f.subject
    LEFT JOIN of_report r ON f.subject_kind = 'report' AND r.report_number = f.report_number
    LEFT JOIN of_user u ON f.subject_kind = 'user' AND u.user_id = f.user_id
   WHERE (SELECT value FROM asked WHERE name = 'findings') NOT NULL AND coalesce(s.row, r.row, u.row) NOT NULL;
