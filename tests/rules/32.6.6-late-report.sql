-- A use is written up within two weeks of the last search.
-- expect: 23-1 | 15 days

INSERT INTO new_row (number, day) VALUES ('23-1', '2023-01-25'), ('23-2', '2023-01-24'), ('23-3', '2023-02-25'), ('23-4', '2023-03-01'), ('23-5', NULL);
INSERT INTO new_row (number, day, supplement) VALUES ('23-6', '2023-01-12', ''), ('23-6', '2023-03-12', '1');
UPDATE report_fact SET day = NULL WHERE number = '23-5';
INSERT INTO new_reading (number, supplement, meaning) SELECT number, supplement, 'use' FROM report_row WHERE number <> '23-3';
INSERT INTO new_event (name, user, at, report) VALUES ('a1', 'amoss', '2023-01-10 09:00:00', '23-1');                  -- breaks: fifteen days later
INSERT INTO new_event (name, user, at, report) VALUES ('a2', 'amoss', '2023-01-10 09:00:00', '23-2');                  -- near miss: fourteen
INSERT INTO new_event (name, user, at, report) VALUES ('a3', 'amoss', '2023-01-10 09:00:00', '23-3');                  -- near miss: tells of no use
INSERT INTO new_event (name, user, at, report) VALUES ('a4', 'amoss', '2023-01-10 09:00:00', '23-4'), ('a5', 'amoss', '2023-02-20 09:00:00', '23-4');  -- near miss: soon after the last search
INSERT INTO new_event (name, user, at, report) VALUES ('a6', 'amoss', '2023-01-10 09:00:00', '23-5');                  -- near miss: without a date
INSERT INTO new_event (name, user, at, report) VALUES ('a7', 'amoss', '2023-01-10 09:00:00', '23-6');                  -- near miss: the first row counts
