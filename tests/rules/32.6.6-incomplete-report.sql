-- A report that documents a use has its elements: name, officer, reason, result, type.
-- expect: 23-1 | officer+reason+result+type
-- expect: 23-2 | name
-- expect: 23-3 | result
-- expect: 23-4 | officer
-- expect: 23-5 | type
-- expect: 22-9 | reason
-- expect: 23-6

-- Everything is there, in two rows.
INSERT INTO new_row (number, supplement, day, type) VALUES ('23-0', NULL, '2023-01-10', ''), ('23-0', '1', '2023-01-11', 'Theft');
INSERT INTO new_reading (number, supplement, meaning, value) VALUES ('23-0', NULL, 'use', NULL), ('23-0', NULL, 'reason', NULL), ('23-0', '1', 'searcher', 'Det. Moss'), ('23-0', '1', 'candidate', 'Jane Doe');  -- near miss: a supplement completes it
INSERT INTO new_row (number, day) VALUES ('23-00', '2023-01-10');
INSERT INTO new_reading (number, meaning, value) VALUES ('23-00', 'use', NULL), ('23-00', 'reason', NULL), ('23-00', 'searcher', 'the author'), ('23-00', 'no candidate', NULL);  -- near miss: first person, no candidate

INSERT INTO new_row (number, day, type) VALUES ('23-1', '2023-01-10', ' ');
INSERT INTO new_reading (number, meaning) VALUES ('23-1', 'use');                                                          -- breaks: nothing but the use
INSERT INTO new_row (number, day) VALUES ('23-2', '2023-01-10'), ('23-3', '2023-01-10'), ('23-5', '2023-01-10'), ('23-6', NULL);
INSERT INTO new_reading (number, meaning, value) VALUES ('23-2', 'use', NULL), ('23-2', 'reason', NULL), ('23-2', 'searcher', 'Moss'), ('23-2', 'candidate', '');  -- breaks: a candidate without a name
INSERT INTO new_reading (number, meaning, value) VALUES ('23-3', 'use', NULL), ('23-3', 'reason', NULL), ('23-3', 'searcher', 'Moss');  -- breaks: silence lacks the result alone
INSERT INTO new_row (number, day, officer) VALUES ('23-4', '2023-01-10', '');
INSERT INTO new_reading (number, meaning, value) VALUES ('23-4', 'use', NULL), ('23-4', 'reason', NULL), ('23-4', 'searcher', 'the author'), ('23-4', 'no candidate', NULL);  -- breaks: the first person of nobody
UPDATE report_fact SET type = '' WHERE number = '23-5';
INSERT INTO new_reading (number, meaning, value) VALUES ('23-5', 'use', NULL), ('23-5', 'reason', NULL), ('23-5', 'searcher', 'Moss'), ('23-5', 'no candidate', NULL);  -- breaks: no type
INSERT INTO new_reading (number, meaning, value) VALUES ('23-6', 'use', NULL), ('23-6', 'reason', NULL);                   -- breaks: undated

INSERT INTO new_row (number, day) VALUES ('23-7', '2023-01-10'), ('23-8', '2023-01-10'), ('23-9', '2023-01-10'), ('22-8', '2022-05-31'), ('22-9', '2022-05-31'), ('23-10', '2023-06-01'), ('23-11', '2023-01-10');
UPDATE report_fact SET type = NULL, officer = NULL WHERE number = '23-7';
INSERT INTO new_reading (number, meaning, value) VALUES ('23-7', 'use', NULL), ('23-7', 'reason', NULL), ('23-7', 'searcher', 'the author'), ('23-7', 'no candidate', NULL);  -- near miss: type and author not exported
UPDATE report_fact SET type = '***', officer = '***', withheld = 'type officer' WHERE number = '23-8';
INSERT INTO new_reading (number, meaning, value) VALUES ('23-8', 'use', NULL), ('23-8', 'reason', NULL), ('23-8', 'searcher', 'the author'), ('23-8', 'no candidate', NULL);  -- near miss: type and author withheld
INSERT INTO new_reading (number, meaning) VALUES ('23-9', 'not used');                                                    -- near miss: documents no use
INSERT INTO new_reading (number, meaning) VALUES ('22-8', 'use');                                                         -- near miss: before the period, no search linked
INSERT INTO new_reading (number, meaning) VALUES ('23-10', 'use');                                                        -- near miss: after the period
INSERT INTO new_reading (number, meaning, value) VALUES ('22-9', 'use', NULL), ('22-9', 'searcher', 'Moss'), ('22-9', 'no candidate', NULL);  -- breaks: before the period, but a search of it is linked
INSERT INTO new_event (name, user, at, report) VALUES ('e1', 'amoss', '2022-06-01 10:00:00', '22-9');
INSERT INTO new_row (number, supplement, day, withheld) VALUES ('23-11', '1', '2023-01-12', 'narrative');
INSERT INTO new_reading (number, meaning) VALUES ('23-11', 'use');                                                        -- near miss: the rest may stand in a withheld supplement
