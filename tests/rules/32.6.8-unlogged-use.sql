-- A use that a report documents in the period is in the log.
-- expect: 23-1 | ran it
-- expect: 22-1
-- expect: 22-2

INSERT INTO new_row (number, day) VALUES ('23-1', '2023-01-10'), ('22-1', '2022-06-01'), ('22-2', '2022-05-31'), ('24-1', '2023-01-10'), ('24-2', '2023-01-10'), ('24-3', '2023-06-01'), ('24-4', '2022-05-31'), ('24-5', NULL), ('24-6', '2022-05-30'), ('24-7', '2023-01-10');
INSERT INTO new_row (number, supplement, day) VALUES ('22-2', '1', '2022-06-02'), ('24-6', '1', '2023-01-10');
INSERT INTO new_reading (number, meaning, words) VALUES ('23-1', 'use', 'ran it');                                       -- breaks: in no row of the log
INSERT INTO new_reading (number, meaning) VALUES ('22-1', 'use');                                                        -- breaks: the first day of the period
INSERT INTO new_reading (number, meaning) VALUES ('22-2', 'use');
INSERT INTO new_reading (number, supplement, meaning) VALUES ('22-2', '1', 'use');                                       -- breaks: a use before the period, and one in it
INSERT INTO new_reading (number, meaning) VALUES ('24-1', 'use'), ('24-2', 'not used'), ('24-3', 'use'), ('24-4', 'use'), ('24-5', 'use'), ('24-6', 'use'), ('24-7', 'use');
INSERT INTO new_event (name, user, at, report) VALUES ('n1', 'amoss', '2023-01-10 10:00:00', '24-1');                    -- near miss: a search is linked
INSERT INTO new_event (name, user, at, report, utc_offset) VALUES ('n2', 'amoss', '2022-05-30 10:00:00', '24-7', -240);  -- near miss: a search before the period is linked
INSERT INTO new_event (name, user, at) VALUES ('n3', 'amoss', '2023-01-10 10:00:00');                                    -- near miss: an orphan, which makes no NULL count
-- near miss: 24-2 documents no use, 24-3 is a day after the period, 24-4 a day before it, 24-5 is undated, 24-6 is before it and its supplement in it tells of no use
