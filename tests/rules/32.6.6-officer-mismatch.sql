-- The report names as searcher the owner of the account in the log rows linked to it.
-- expect: 23-1 | Det. Keel
-- expect: 23-2 | the author
-- expect: 23-3

INSERT INTO new_row (number, day) VALUES ('23-1', '2023-01-10'), ('23-2', '2023-01-10'), ('23-3', '2023-01-10'), ('23-4', '2023-01-10'), ('23-5', '2023-01-10'), ('23-6', '2023-01-10'),
  ('23-7', '2023-01-10'), ('23-8', '2023-01-10'), ('23-9', '2023-01-10'), ('22-1', '2022-05-20');
INSERT INTO new_reading (number, meaning) VALUES ('23-1', 'use'), ('23-2', 'use'), ('23-3', 'use'), ('23-4', 'use'), ('23-5', 'use'), ('23-6', 'use'), ('23-7', 'use'), ('23-8', 'use'), ('22-1', 'use');
INSERT INTO new_reading (number, meaning, value) VALUES ('23-1', 'searcher', 'Det. Keel'), ('23-2', 'searcher', 'the author'), ('23-3', 'searcher', 'Det. Moss'), ('23-4', 'searcher', 'Det. Moss'),
  ('23-5', 'searcher', 'Det. Moss'), ('23-6', 'searcher', 'Det. Keel'), ('23-6', 'searcher', 'Det. Moss'), ('23-7', 'searcher', 'Moss'), ('23-8', 'searcher', 'Det. Keel'), ('22-1', 'searcher', 'Det. Keel');
INSERT INTO new_event (name, user, at, report) VALUES ('e1', 'amoss', '2023-01-10 10:00:00', '23-1'), ('e2', 'bkeel', '2023-01-10 10:00:00', '23-2'), ('e3', 'ghost', '2023-01-10 10:00:00', '23-3'), ('e4', 'amoss', '2023-01-10 10:00:00', '23-4'),
  ('e5', 'bkeel', '2023-01-10 10:00:00', '23-4'), ('e6', 'amoss', '2023-01-10 10:00:00', '23-5'), ('e7', 'amoss', '2023-01-10 10:00:00', '23-6'), ('e8', 'amoss', '2023-01-10 10:00:00', '23-7');

INSERT INTO new_comparison VALUES ('searcher', '23-1', 'Det. Keel', 'amoss', 'different');                               -- breaks: another officer
INSERT INTO new_comparison VALUES ('searcher', '23-2', 'the author', 'bkeel', 'different');                              -- breaks: the author, under another's account
INSERT INTO new_comparison VALUES ('searcher', '23-3', 'Det. Moss', 'ghost', 'different');                               -- breaks: an account that is in no personnel file
INSERT INTO new_comparison VALUES ('searcher', '23-4', 'Det. Moss', 'amoss', 'same');
INSERT INTO new_comparison VALUES ('searcher', '23-4', 'Det. Moss', 'bkeel', 'different');                               -- near miss: of two accounts the owner of one: a person reads it
INSERT INTO new_comparison VALUES ('searcher', '23-5', 'Det. Moss', 'amoss', 'same');                                    -- near miss: the owner
INSERT INTO new_comparison VALUES ('searcher', '23-6', 'Det. Keel', 'amoss', 'different');
INSERT INTO new_comparison VALUES ('searcher', '23-6', 'Det. Moss', 'amoss', 'same');                                    -- near miss: the owner and somebody else
INSERT INTO new_comparison VALUES ('searcher', '23-7', 'Moss', 'amoss', 'partly');                                       -- near miss: less of the name, no contradiction
-- near miss: 23-8 names another officer and no search is linked to it; 23-9 documents no use
INSERT INTO new_event (name, user, at, report, utc_offset) VALUES ('n1', 'amoss', '2022-05-20 10:00:00', '22-1', -240);  -- near miss: report and search before the period
INSERT INTO new_comparison VALUES ('searcher', '22-1', 'Det. Keel', 'amoss', 'different');
INSERT INTO new_event (name, user, at, report) VALUES ('n2', 'bkeel', '2023-01-10 10:00:00', '23-9');                    -- near miss: nobody is named
INSERT INTO new_row (number, day) VALUES ('24-1', '2023-01-10');
INSERT INTO new_reading (number, meaning) VALUES ('24-1', 'use');
INSERT INTO new_reading (number, meaning, value) VALUES ('24-1', 'searcher', 'Det. Keel');
INSERT INTO new_event (name, user, at, report) VALUES ('n3', 'amoss', '2023-01-10 10:00:00', '24-1');
INSERT INTO new_comparison VALUES ('searcher', '24-1', 'Det. Keel', 'amoss', 'unsure');                                  -- near miss: the owner is named beside him: a person must say
