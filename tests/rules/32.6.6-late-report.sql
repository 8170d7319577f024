-- A use is written up within two weeks of the last search.
-- expect: 23-1 | 15 days
-- expect: 23-7 | 15 days

INSERT INTO new_row (number, day) VALUES ('23-1', '2023-01-25'), ('23-2', '2023-01-24'), ('23-3', '2023-02-25'), ('23-4', '2023-03-01'), ('23-5', NULL), ('23-7', '2023-01-25'), ('23-8', '2023-06-15');
INSERT INTO account (user_id, user_key, withheld) VALUES ('***', '***', 1);
INSERT INTO new_row (number, day, supplement) VALUES ('23-6', '2023-01-12', ''), ('23-6', '2023-03-12', '1');
UPDATE report_fact SET day = NULL WHERE number = '23-5';
INSERT INTO new_reading (number, supplement, meaning) SELECT number, supplement, 'use' FROM report_row WHERE number <> '23-3';
INSERT INTO new_event (name, user, at, report) VALUES ('a1', 'amoss', '2023-01-10 09:00:00', '23-1');                  -- breaks: fifteen days later
INSERT INTO new_event (name, user, at, report) VALUES ('a2', 'amoss', '2023-01-10 09:00:00', '23-2');                  -- near miss: fourteen
INSERT INTO new_event (name, user, at, report) VALUES ('a3', 'amoss', '2023-01-10 09:00:00', '23-3');                  -- near miss: tells of no use
INSERT INTO new_event (name, user, at, report) VALUES ('a4', 'amoss', '2023-01-10 09:00:00', '23-4'), ('a5', 'amoss', '2023-02-20 09:00:00', '23-4');  -- near miss: soon after the last search
INSERT INTO new_event (name, user, at, report) VALUES ('a6', 'amoss', '2023-01-10 09:00:00', '23-5');                  -- near miss: without a date
INSERT INTO new_event (name, user, at, report) VALUES ('a7', 'amoss', '2023-01-10 09:00:00', '23-6');                  -- near miss: the first row counts
INSERT INTO new_event (name, user, at, report) VALUES ('a8', '***', '2023-01-10 09:00:00', '23-7');                    -- breaks: whoever searched
INSERT INTO new_event (name, user, at, report, utc_offset) VALUES ('a9', 'amoss', '2023-05-30 09:00:00', '23-8', -240), ('a10', 'amoss', '2023-06-05 09:00:00', '23-8', -240);  -- near miss: the last search is after the period
