-- Reason and incident type are of a crime, or both of public health.
-- expect: 23-1 | health in the log, "Theft" in the report
-- expect: 23-2 | criminal in the log, "Health hazard" in the report

INSERT INTO incident_type VALUES ('Theft', 'criminal'), ('Health hazard', 'health'), ('Assist', 'unclear');
INSERT INTO new_row (number, day, type) VALUES ('23-1', '2023-01-10', 'Theft'), ('23-2', '2023-01-10', 'Health hazard'), ('23-3', '2023-01-10', 'Theft'), ('23-4', '2023-01-10', 'Theft'), ('23-5', '2023-01-10', 'Assist'), ('23-6', '2023-01-10', 'Theft');
INSERT INTO new_row (number, supplement, day, type) VALUES ('23-4', '1', '2023-01-11', 'Health hazard');
INSERT INTO new_reading (number, meaning) VALUES ('23-1', 'use'), ('23-2', 'use'), ('23-3', 'use'), ('23-4', 'use'), ('23-5', 'use');
INSERT INTO new_event (name, user, at, reason, report) VALUES ('m1', 'amoss', '2023-01-10 10:00:00', 'measles exposure', '23-1');  -- breaks: health in the log, a crime in the report
INSERT INTO new_event (name, user, at, reason, report) VALUES ('m2', 'amoss', '2023-01-10 10:00:00', 'theft suspect', '23-2');     -- breaks: a crime in the log, health in the report
INSERT INTO new_event (name, user, at, reason, report) VALUES ('m3', 'amoss', '2023-01-10 10:00:00', 'theft suspect', '23-3');     -- near miss: the same
INSERT INTO new_event (name, user, at, reason, report) VALUES ('m4', 'amoss', '2023-01-10 10:00:00', 'measles exposure', '23-4');  -- near miss: one of its rows is of health
INSERT INTO new_event (name, user, at, reason, report) VALUES ('m5', 'amoss', '2023-01-10 10:00:00', 'measles exposure', '23-5');  -- near miss: its type says neither
INSERT INTO new_event (name, user, at, reason, report) VALUES ('m6', 'amoss', '2023-01-10 10:00:00', 'measles exposure', '23-6');  -- near miss: its report tells of no use
UPDATE session SET confidence = 1;
INSERT INTO new_row (number, day, type) VALUES ('23-7', '2023-01-10', 'Theft');
INSERT INTO new_reading (number, meaning) VALUES ('23-7', 'use');
INSERT INTO new_event (name, user, at, reason, report) VALUES ('m7', 'amoss', '2023-01-10 10:00:00', 'measles exposure', '23-7');  -- near miss: the link is not sure
