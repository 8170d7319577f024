-- A supervisor approved each row that tells of a candidate.
-- expect: 23-1 | original
-- expect: 23-2 | supplement 1
-- expect: 23-3
-- expect: 23-4

INSERT INTO new_row (number, supplement, day, approved) VALUES ('23-1', NULL, '2023-01-10', ' '), ('23-2', NULL, '2023-01-10', '2023-01-12'), ('23-2', '1', '2023-01-11', ''), ('23-3', NULL, '2023-01-10', 'Pending'), ('23-4', NULL, '2023-01-10', ''),
  ('24-1', NULL, '2023-01-10', '2023-01-12'), ('24-2', NULL, '2023-01-10', ''), ('24-2', '1', '2023-01-11', '2023-01-12'), ('24-3', NULL, '2023-01-10', '***'), ('24-4', NULL, '2023-01-10', ''), ('24-5', NULL, '2023-01-10', ''),
  ('24-6', NULL, '2023-01-10', ''), ('22-1', NULL, '2022-05-31', '');
INSERT INTO new_reading (number, meaning) SELECT number, 'use' FROM report;

INSERT INTO new_reading (number, meaning) VALUES ('23-1', 'candidate');                                 -- breaks: a supervisor is named, nobody approved
INSERT INTO new_reading (number, supplement, meaning) VALUES ('23-2', '1', 'candidate');                -- breaks: the original is approved, not the supplement
INSERT INTO new_reading (number, meaning) VALUES ('23-3', 'candidate');                                 -- breaks: a word that says that it is not
UPDATE report_fact SET approved = NULL, supervisor = '' WHERE number = '23-4';
INSERT INTO new_reading (number, meaning) VALUES ('23-4', 'candidate');                                 -- breaks: approvals not exported, no supervisor

INSERT INTO new_reading (number, meaning) VALUES ('24-1', 'candidate');                                 -- near miss: approved
INSERT INTO new_reading (number, supplement, meaning) VALUES ('24-2', '1', 'candidate');                -- near miss: the row that is not approved tells of none
UPDATE report_fact SET approved = '', withheld = 'approved' WHERE number = '24-3';
INSERT INTO new_reading (number, meaning) VALUES ('24-3', 'candidate');                                 -- near miss: withheld
UPDATE report_fact SET approved = NULL WHERE number = '24-4';
INSERT INTO new_reading (number, meaning) VALUES ('24-4', 'candidate');                                 -- near miss: approvals not exported, a supervisor named
UPDATE report_fact SET approved = NULL, supervisor = NULL WHERE number = '24-5';
INSERT INTO new_reading (number, meaning) VALUES ('24-5', 'candidate');                                 -- near miss: neither exported
INSERT INTO new_reading (number, meaning) VALUES ('24-6', 'no candidate');                              -- near miss: no candidate
INSERT INTO new_reading (number, meaning) VALUES ('22-1', 'candidate');                                 -- near miss: before the period
