-- The candidate of the report is the one that a linked search selected.
-- expect: 23-1 | a candidate in the report, none in the log
-- expect: 23-2 | none in the report, a candidate in the log
-- expect: 23-3 | another person
-- expect: 23-4 | none in the report, a candidate in the log

INSERT INTO new_row (number, day) VALUES ('23-1', '2023-01-10'), ('23-2', '2023-01-10'), ('23-3', '2023-01-10'), ('23-4', '2023-01-10'), ('24-1', '2023-01-10'), ('24-2', '2023-01-10'), ('24-3', '2023-01-10'), ('24-4', '2023-01-10'),
  ('24-5', '2023-01-10'), ('24-6', '2023-01-10'), ('24-7', '2023-01-10'), ('24-8', '2023-01-10'), ('24-9', '2023-01-10');
INSERT INTO new_reading (number, meaning) SELECT number, 'use' FROM report;
INSERT INTO new_reading (number, meaning, value) VALUES ('23-1', 'candidate', 'Jane Doe'), ('23-2', 'no candidate', NULL), ('23-3', 'candidate', 'Jane Doe'), ('23-4', 'no candidate', NULL), ('24-1', 'candidate', 'Jane Doe'), ('24-2', 'no candidate', NULL),
  ('24-4', 'candidate', ''), ('24-5', 'candidate', 'Jane Doe'), ('24-6', 'candidate', 'Jane Doe'), ('24-6', 'no candidate', NULL), ('24-7', 'candidate', 'Jane Doe'), ('24-8', 'candidate', 'Jane Doe'), ('24-9', 'candidate', 'Jane Doe');

INSERT INTO new_event (name, user, at, report, candidate) VALUES ('a1', 'amoss', '2023-01-10 10:00:00', '23-1', ''), ('a2', 'bkeel', '2023-01-10 10:00:00', '23-1', '');  -- breaks: neither of two searches selected one
INSERT INTO new_event (name, user, at, report, candidate) VALUES ('a3', 'amoss', '2023-01-10 10:00:00', '23-2', 'Doe, Jane');                   -- breaks: one was selected
INSERT INTO new_event (name, user, at, report, candidate) VALUES ('a4', 'amoss', '2023-01-10 10:00:00', '23-3', 'Roe, Rex');
INSERT INTO new_comparison VALUES ('candidate', '23-3', 'Jane Doe', NULL, 'different');                                                         -- breaks: another person
INSERT INTO new_event (name, user, at, report, candidate) VALUES ('a5', 'amoss', '2023-01-10 10:00:00', '23-4', '');
INSERT INTO new_event (name, user, at, report, candidate) VALUES ('a6', 'amoss', '2023-01-10 10:00:00', '23-4', 'Doe, Jane');                   -- breaks: one of two searches selected one

INSERT INTO new_event (name, user, at, report, candidate) VALUES ('n1', 'amoss', '2023-01-10 10:00:00', '24-1', ''), ('n2', 'amoss', '2023-01-10 10:00:00', '24-1', 'Doe, Jane'), ('n3', 'bkeel', '2023-01-10 10:00:00', '24-1', 'Roe, Rex');
INSERT INTO new_comparison VALUES ('candidate', '24-1', 'Jane Doe', NULL, 'same'), ('candidate', '24-1', 'Jane Doe', NULL, 'different');        -- near miss: one of three searches selected the same
INSERT INTO new_event (name, user, at, report, candidate) VALUES ('n4', 'amoss', '2023-01-10 10:00:00', '24-2', '');                            -- near miss: none here, none there
INSERT INTO new_event (name, user, at, report, candidate) VALUES ('n5', 'amoss', '2023-01-10 10:00:00', '24-3', 'Doe, Jane');                   -- near miss: silence
INSERT INTO new_event (name, user, at, report, candidate) VALUES ('n6', 'amoss', '2023-01-10 10:00:00', '24-4', 'Doe, Jane');                   -- near miss: a candidate without a name
INSERT INTO new_event (name, user, at, report, candidate) VALUES ('n7', 'amoss', '2023-01-10 10:00:00', '24-5', 'Doe');
INSERT INTO new_comparison VALUES ('candidate', '24-5', 'Jane Doe', NULL, 'partly');                                                            -- near miss: less of the name, no contradiction
INSERT INTO new_event (name, user, at, report, candidate) VALUES ('n8', 'amoss', '2023-01-10 10:00:00', '24-6', 'Doe, Jane');
INSERT INTO new_comparison VALUES ('candidate', '24-6', 'Jane Doe', NULL, 'same');                                                              -- near miss: one search without, one with a candidate
INSERT INTO new_event (name, user, at, report, candidate, withheld) VALUES ('n9', 'amoss', '2023-01-10 10:00:00', '24-7', '***', 'candidate');          -- near miss: withheld
INSERT INTO new_event (name, user, at, report) VALUES ('n10', 'amoss', '2023-01-10 10:00:00', '24-8');                                          -- near miss: not exported
INSERT INTO new_event (name, user, at, report, candidate) VALUES ('n11', 'amoss', '2023-01-10 10:00:00', '24-9', 'Roe, Rex');
INSERT INTO new_event (name, user, at, report, candidate, withheld) VALUES ('n12', 'amoss', '2023-01-10 10:00:00', '24-9', '***', 'candidate');         -- near miss: the withheld one may be the same
INSERT INTO new_comparison VALUES ('candidate', '24-9', 'Jane Doe', NULL, 'different');
