-- A supervisor approved each row that tells of a candidate.
-- expect: 23-1 | original
-- expect: 23-2 | supplement 1
-- expect: 23-3
-- expect: 23-4
-- expect: 25-1
-- expect: 25-2
-- expect: 25-3
-- expect: 25-4
-- expect: 25-5
-- expect: 27-1

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

-- Words that are no approval, and some that are.
INSERT INTO new_row (number, day, approved) VALUES ('25-1', '2023-01-10', 'REJECTED'), ('25-2', '2023-01-10', 'Awaiting approval'), ('25-3', '2023-01-10', 'TBD'), ('25-4', '2023-01-10', 'x'), ('25-5', '2023-01-10', 'Returned for corrections 10/04'),
  ('26-1', '2023-01-10', 'Approved'), ('26-2', '2023-01-10', 'Reviewed by Sgt. Holden'), ('26-3', '2023-01-10', 'Lt. Pendleton 1/12/23'), ('26-4', '2023-01-10', 'yes');
INSERT INTO new_reading (number, meaning) SELECT number, 'use' FROM report WHERE number LIKE '25-%' OR number LIKE '26-%';
INSERT INTO new_reading (number, meaning) SELECT number, 'candidate' FROM report WHERE number LIKE '25-%';   -- breaks: rejected, awaited, not decided
INSERT INTO new_reading (number, meaning) SELECT number, 'candidate' FROM report WHERE number LIKE '26-%';   -- near miss: approved in words
INSERT INTO new_row (number, day, approved) VALUES ('27-1', '2023-01-10', '2023-01-12'), ('28-1', '2023-01-10', '2023-01-12');
UPDATE report_fact SET supervisor = 'REJECTED' WHERE number = '27-1';
UPDATE report_fact SET supervisor = 'Sgt. Return, Ann' WHERE number = '28-1';
INSERT INTO new_reading (number, meaning) VALUES ('27-1', 'use'), ('28-1', 'use');
INSERT INTO new_reading (number, meaning) VALUES ('27-1', 'candidate');  -- breaks: the date is that of the refusal
INSERT INTO new_reading (number, meaning) VALUES ('28-1', 'candidate');  -- near miss: a name
