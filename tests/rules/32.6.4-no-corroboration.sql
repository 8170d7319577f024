-- An action on a candidate has an independent corroboration.
-- expect: 23-1 | Doe was arrested
-- expect: 23-2
-- expect: 23-3

INSERT INTO new_row (number, day) VALUES ('23-1', '2023-01-10'), ('23-2', '2023-01-10'), ('23-3', '2023-01-10'), ('24-1', '2023-01-10'), ('24-2', '2023-01-10'), ('24-3', '2023-01-10'), ('24-4', '2023-01-10'), ('24-5', '2023-01-10'), ('22-1', '2022-05-31');
INSERT INTO new_row (number, supplement, day) VALUES ('23-2', '1', '2023-01-11'), ('24-1', '1', '2023-01-11');
INSERT INTO new_reading (number, meaning) SELECT number, 'use' FROM report;
INSERT INTO new_reading (number, meaning, value) SELECT number, 'candidate', 'Jane Doe' FROM report WHERE number <> '24-4';
INSERT INTO new_event (name, user, at, report) VALUES ('e1', 'amoss', '2023-01-10 10:00:00', '23-1');

INSERT INTO new_reading (number, meaning, value, words) VALUES ('23-1', 'action', 'Doe', 'Doe was arrested');
INSERT INTO new_comparison VALUES ('action', '23-1', 'Doe', NULL, 'partly');                                  -- breaks: arrested, nothing else
INSERT INTO new_reading (number, supplement, meaning, value) VALUES ('23-2', '1', 'action', 'Jane Doe'), ('23-2', '1', 'not corroborated', NULL);
INSERT INTO new_comparison VALUES ('action', '23-2', 'Jane Doe', NULL, 'same');                               -- breaks: a corroboration that was not made, in a supplement
INSERT INTO new_reading (number, meaning, value) VALUES ('23-3', 'action', 'Rex Roe'), ('23-3', 'action', '');
INSERT INTO new_comparison VALUES ('action', '23-3', 'Rex Roe', NULL, 'different');
INSERT INTO new_comparison VALUES ('action', '23-3', '', NULL, 'partly');                                     -- breaks: another person's arrest, and "the subject's"

INSERT INTO new_reading (number, supplement, meaning, value) VALUES ('24-1', NULL, 'action', 'Jane Doe'), ('24-1', NULL, 'not corroborated', NULL), ('24-1', '1', 'corroborated', 'photo line-up');
INSERT INTO new_comparison VALUES ('action', '24-1', 'Jane Doe', NULL, 'same');                               -- near miss: a line-up in a supplement
INSERT INTO new_reading (number, meaning, value) VALUES ('24-2', 'action', 'Rex Roe');
INSERT INTO new_comparison VALUES ('action', '24-2', 'Rex Roe', NULL, 'different');                           -- near miss: another person's arrest
-- near miss: 24-3 tells of a candidate and of no action
INSERT INTO new_reading (number, meaning, value) VALUES ('24-4', 'action', '');
INSERT INTO new_comparison VALUES ('action', '24-4', '', NULL, 'partly');                                     -- near miss: an action and no candidate
INSERT INTO new_row (number, supplement, day, withheld) VALUES ('24-5', '1', '2023-01-11', 'narrative');
INSERT INTO new_reading (number, meaning, value) VALUES ('24-5', 'action', 'Jane Doe');
INSERT INTO new_comparison VALUES ('action', '24-5', 'Jane Doe', NULL, 'same');                               -- near miss: a withheld supplement may tell it
INSERT INTO new_reading (number, meaning, value) VALUES ('22-1', 'action', 'Jane Doe');
INSERT INTO new_comparison VALUES ('action', '22-1', 'Jane Doe', NULL, 'same');                               -- near miss: before the period
