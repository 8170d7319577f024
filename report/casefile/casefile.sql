-- Whom or what a case file is about: asked has kind ('user', 'report', 'subject') and id (an owner of accounts, a report); of a subject, C has
-- filled subject_name with every spelling of the name that the log or a report has.

CREATE TEMP TABLE scope AS        -- the searches
  SELECT s.event, s.name, s.report FROM search s
   WHERE CASE (SELECT value FROM asked WHERE name = 'kind')
           WHEN 'user' THEN s.owner = CAST((SELECT value FROM asked WHERE name = 'id') AS INTEGER)
           WHEN 'report' THEN s.report = CAST((SELECT value FROM asked WHERE name = 'id') AS INTEGER)
           ELSE s.candidate IN (SELECT name FROM subject_name)
             OR s.report IN (SELECT g.report FROM report_statement g WHERE g.meaning = 'candidate' AND g.value IN (SELECT name FROM subject_name)) END;

CREATE TEMP TABLE scope_account AS -- of a user: all accounts of the one member
  SELECT account, user_id, lower(user_id) AS key FROM account
   WHERE (SELECT value FROM asked WHERE name = 'kind') = 'user' AND owner = CAST((SELECT value FROM asked WHERE name = 'id') AS INTEGER);

CREATE TEMP TABLE scope_finding AS
  SELECT f.* FROM audit_finding f
   WHERE CASE (SELECT value FROM asked WHERE name = 'kind')
           WHEN 'user' THEN lower(f.user_id) IN (SELECT key FROM scope_account)
           WHEN 'report' THEN f.report_number = (SELECT number FROM report WHERE report = CAST((SELECT value FROM asked WHERE name = 'id') AS INTEGER))
           ELSE f.subject_kind = 'event' AND f.subject IN (SELECT name FROM scope) END;
CREATE INDEX temp.scope_finding_subject ON scope_finding (subject_kind, subject);

CREATE TEMP TABLE scope_matter AS -- one a matter, numbered as the file tells them
  SELECT row_number() OVER (ORDER BY m.rank) AS item, m.*,
         (SELECT group_concat(clause, ', ') FROM (SELECT DISTINCT f.clause FROM scope_finding f WHERE f.matter_id = m.matter_id ORDER BY f.number)) AS clauses
    FROM audit_matter m WHERE m.findings AND m.matter_id IN (SELECT matter_id FROM scope_finding);

CREATE TEMP VIEW scope_search AS
  SELECT s.*, l.path || ':' || s.line AS log_row, l.sha256 AS log_sha256,
         (SELECT g.sentence FROM report_statement g WHERE g.report = s.report AND g.meaning = 'use' ORDER BY g.row, g.reading LIMIT 1) AS use_sentence,
         (SELECT f.path || ':' || g.line FROM report_statement g JOIN source f USING (source)
           WHERE g.report = s.report AND g.meaning = 'use' ORDER BY g.row, g.reading LIMIT 1) AS use_place,
         (SELECT count(*) FROM scope_finding f WHERE f.subject_kind = 'event' AND f.subject = s.name) AS findings_on_it,
         (SELECT count(*) FROM finding f WHERE f.subject_kind = 'report' AND f.report_number = s.report_number) AS findings_on_report
    FROM search s JOIN source l USING (source) WHERE s.event IN (SELECT event FROM scope);

CREATE TEMP VIEW scope_speaks AS  -- what speaks for the person, counted; what holds for none is said as well
  SELECT 1 AS place, 'Searches that a report documents' AS fact, sum(use_row NOT NULL) AS n, count(*) AS of FROM scope_search WHERE NOT EXISTS (
           SELECT 1 FROM outside o WHERE o.kind = 'incident_reports' AND o.event = scope_search.event AND scope_search.use_row IS NULL)
  UNION ALL SELECT 2, 'Searches with an authorised purpose stated', sum(purpose IN ('criminal', 'detained', 'safety', 'health', 'unable')), count(*)
    FROM scope_search WHERE purpose NOT NULL AND purpose <> 'unclear'
  UNION ALL SELECT 3, 'Searches without any finding on them', sum(findings_on_it = 0), count(*) FROM scope_search
  UNION ALL SELECT 4, 'Searches without a finding on them or on their report', sum(findings_on_it = 0 AND findings_on_report = 0), count(*) FROM scope_search
  UNION ALL SELECT 5, 'Searches in hours of duty on record', sum(event IN (SELECT event FROM duty_time)), count(*) FROM scope_search
    WHERE event IN (SELECT event FROM search_with_hours)
  UNION ALL SELECT 6, 'Searches after approval of access on record', sum(approved_day <= day), count(*) FROM scope_search WHERE person NOT NULL
  UNION ALL SELECT 7, 'Searches after training on record', sum(trained_day <= day), count(*) FROM scope_search WHERE person NOT NULL
  UNION ALL SELECT 8, 'Matters answered as explained, unfounded or not sustained', sum(disposition IN ('explained', 'unfounded', 'not sustained')), count(*)
    FROM scope_matter HAVING sum(disposition NOT NULL);

CREATE TEMP TABLE initials (name TEXT PRIMARY KEY, short TEXT NOT NULL) STRICT;

CREATE TEMP TABLE peer (          -- the person's figures beside those of colleagues
  measure TEXT NOT NULL, words TEXT NOT NULL) STRICT;
