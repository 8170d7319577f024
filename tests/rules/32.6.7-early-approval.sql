-- No report was approved before the search that it documents.
-- expect: 23-1 | 1 day before
-- expect: 23-6 | 9 days before

INSERT INTO new_row (number, day, approved) VALUES ('23-1', '2023-01-10', '2023-01-10'), ('23-2', '2023-01-10', '2023-01-11'), ('23-3', '2023-01-10', 'Pending'), ('23-4', '2023-01-10', '2023-01-05'), ('23-5', '2023-01-10', '2023-01-05');
INSERT INTO new_row (number, day, supplement, approved) VALUES ('23-6', '2023-01-01', '', '2023-01-02'), ('23-6', '2023-01-20', '1', '2023-01-21');
UPDATE report_fact SET approved_day = strftime('%s', approved) / 86400;
UPDATE report_fact SET withheld = 'approved' WHERE number = '23-5';
INSERT INTO new_reading (number, supplement, meaning) SELECT number, supplement, 'use' FROM report_row WHERE number <> '23-4';
INSERT INTO new_event (name, user, at, report) VALUES ('a1', 'amoss', '2023-01-11 09:00:00', '23-1');   -- breaks: approved the day before
INSERT INTO new_event (name, user, at, report) VALUES ('a2', 'amoss', '2023-01-11 23:00:00', '23-2');   -- near miss: the same day
INSERT INTO new_event (name, user, at, report) VALUES ('a3', 'amoss', '2023-01-11 09:00:00', '23-3');   -- near miss: not approved
INSERT INTO new_event (name, user, at, report) VALUES ('a4', 'amoss', '2023-01-11 09:00:00', '23-4');   -- near miss: tells of no use
INSERT INTO new_event (name, user, at, report) VALUES ('a5', 'amoss', '2023-01-11 09:00:00', '23-5');   -- near miss: withheld
INSERT INTO new_event (name, user, at, report) VALUES ('a6', 'amoss', '2023-01-11 09:00:00', '23-6'), ('a7', 'bkeel', '2023-01-30 09:00:00', '23-6');  -- breaks: by the first row and the first search
