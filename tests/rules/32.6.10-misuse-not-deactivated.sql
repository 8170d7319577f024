-- Access ends on the day on which misuse was sustained.
-- expect: never | no end on file
-- expect: later | 2 days later
-- expect: by-report | no end on file
-- expect: by-account | no end on file

INSERT INTO setting VALUES ('provenance', 'personnel_on', '2023-06-30');
INSERT INTO rule (place, rule, clause, title, severity, subject, says, path, text, status, tested, exceptions, why, matter) VALUES
  (1, 'unauthorized-purpose', '32.6.2', '', 'critical', 'event', '', '', '', 'exceptions', 1, 1, '', NULL),
  (2, 'incomplete-report', '32.6.6', '', 'medium', 'report', '', '', '', 'exceptions', 1, 1, '', NULL),
  (3, 'unapproved-access', '32.6.11(1)', '', 'high', 'event', '', '', '', 'exceptions', 1, 1, '', 'account access');
INSERT INTO new_person (user, last, first) VALUES ('never', 'Never', 'Ned'), ('by-report', 'Report', 'Ray'), ('by-account', 'Account', 'Ann');
INSERT INTO new_person (user, last, first, deactivated) VALUES ('same', 'Same', 'Sam', '2023-06-10'), ('later', 'Later', 'Lou', '2023-06-12'), ('early', 'Early', 'Eve', '2023-06-01');
INSERT INTO new_person (user, last, first) VALUES ('explained', 'Plained', 'Ex'), ('record', 'Record', 'Rex'), ('undated', 'Dated', 'Una'), ('after', 'After', 'Abe'), ('newer', 'Newer', 'Ned'), ('single', 'Single', 'Sid');

INSERT INTO new_event (name, user, at) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12) SELECT 'e' || i, 'amoss', '2023-03-01 10:00:00' FROM n;
INSERT INTO finding_row (finding, finding_id, place, subject, user_id, report_number, occurred_at, detail, explanation, source, line, facts)
  SELECT column1, column2, column3, column4, column5, column6, '2023-03-01T10:00:00-05:00', '', '', 1, column1 + 1, column2 FROM (VALUES
    (1, 'a1', 1, 'e1', 'never', NULL), (2, 'a2', 1, 'e2', 'same', NULL), (3, 'a3', 1, 'e3', 'later', NULL), (4, 'a4', 1, 'e4', 'early', NULL),
    (5, 'a5', 1, 'e5', 'by-report', '2023-00000005'), (6, 'a6', 3, 'e6', 'by-account', NULL), (7, 'a7', 1, 'e7', 'explained', NULL),
    (8, 'a8', 2, '2023-00000008', 'record', '2023-00000008'), (9, 'a9', 1, 'e9', 'undated', NULL), (10, 'b1', 1, 'e10', 'after', NULL),
    (11, 'b2', 1, 'e11', 'newer', '2023-00000011'), (12, 'b3', 1, 'e12', 'single', '2023-00000012'));
INSERT INTO decision (id, disposition, note, decided_by, decided_on, due, response, covers, source, line) VALUES
  ('a1', 'sustained', '', 'Chief', '2023-06-10', '', '', 'a1', 4, 2),                        -- breaks: no deactivation
  ('a2', 'sustained', '', 'Chief', '2023-06-10', '', '', 'a2', 4, 3),                        -- near miss: the same day
  ('a3', 'sustained', '', 'Chief', '2023-06-10', '', '', '', 4, 4),                          -- breaks: two days later
  ('a4', 'sustained', '', 'Chief', '2023-06-10', '', '', '', 4, 5),                          -- near miss: before
  ('report/2023-00000005', 'sustained', '', 'Chief', '2023-06-10', '', '', '', 4, 6),        -- breaks: the matter was answered
  ('account/by-account/access', 'sustained', '', 'Chief', '2023-06-10', '', '', '', 4, 7),   -- breaks: so was this
  ('a7', 'explained', '', 'Chief', '2023-06-10', '', '', '', 4, 8),                          -- near miss: explained
  ('a8', 'sustained', '', 'Chief', '2023-06-10', '', '', '', 4, 9),                          -- near miss: of how a use was written down
  ('a9', 'sustained', '', 'Chief', '', '', '', '', 4, 10),                                   -- near miss: no day is known
  ('b1', 'sustained', '', 'Chief', '2023-07-01', '', '', '', 4, 11),                         -- near miss: the personnel file ends before
  ('report/2023-00000011', 'sustained', '', 'Chief', '2023-06-10', '', '', 'xx', 4, 12),     -- near miss: given before the finding came
  ('report/2023-00000012', 'sustained', '', 'Chief', '2023-06-10', '', '', '', 4, 13),       -- near miss: the finding itself was explained
  ('b3', 'explained', '', 'Chief', '2023-06-10', '', '', '', 4, 14);
