-- A notification goes to the Chief or a designee, and reaches somebody.
-- expect: s1 | Sgt. Lane
-- expect: s2 | not reached
-- expect: s7 | Fire Chief Daly

INSERT INTO setting VALUES ('agency', 'designees', 'Capt. Orr');
INSERT INTO new_notice (at, case_key) VALUES ('2023-02-01 09:00:00', '23-1'), ('2023-02-01 09:00:00', '23-2'), ('2023-02-01 09:00:00', '23-3'), ('2023-02-01 09:00:00', '23-4'), ('2023-02-01 09:30:00', '23-4'), ('2023-02-01 09:00:00', '23-5'), ('2023-02-01 09:00:00', '23-6'), ('2023-02-01 09:20:00', '23-6');
UPDATE notice SET notified = 'Sgt. Lane' WHERE case_key = '23-1' OR (case_key = '23-4' AND at % 3600 = 0);
UPDATE notice SET method = 'voicemail, not reached' WHERE case_key = '23-2';
UPDATE notice SET notified = 'Orr, Capt. Orr' WHERE case_key = '23-3';
UPDATE notice SET notified = '' WHERE case_key = '23-5' OR (case_key = '23-6' AND at % 3600 = 0);
UPDATE notice SET notified = 'Sgt. Lane' WHERE case_key = '23-6' AND at % 3600 <> 0;
INSERT INTO new_event (name, user, at, reason, case_number) VALUES ('s1', 'amoss', '2023-02-01 10:00:00', 'measles exposure', '23-1');  -- breaks: a sergeant
INSERT INTO new_event (name, user, at, reason, case_number) VALUES ('s2', 'amoss', '2023-02-01 10:00:00', 'measles exposure', '23-2');  -- breaks: nobody was reached
INSERT INTO new_event (name, user, at, reason, case_number) VALUES ('s3', 'amoss', '2023-02-01 10:00:00', 'measles exposure', '23-3');  -- near miss: a designee
INSERT INTO new_event (name, user, at, reason, case_number) VALUES ('s4', 'amoss', '2023-02-01 10:00:00', 'measles exposure', '23-4');  -- near miss: the sergeant, and then the Chief
INSERT INTO new_event (name, user, at, reason, case_number) VALUES ('s5', 'amoss', '2023-02-01 10:00:00', 'measles exposure', '23-5');  -- near miss: who was notified is not stated
INSERT INTO new_event (name, user, at, reason, case_number) VALUES ('s6', 'amoss', '2023-02-01 10:00:00', 'measles exposure', '23-6');  -- near miss: the sergeant, and somebody who is not stated
INSERT INTO new_notice (at, case_key) VALUES ('2023-02-01 09:00:00', '23-7'), ('2023-02-01 09:00:00', '23-8'), ('2023-02-01 09:00:00', '23-9');
UPDATE notice SET notified = 'Fire Chief Daly' WHERE case_key = '23-7';
UPDATE notice SET notified = 'Fire Chief Daly; Chief Crowe' WHERE case_key = '23-8';
UPDATE notice SET notified = 'Police & Fire Chief Crowe' WHERE case_key = '23-9';
INSERT INTO new_event (name, user, at, reason, case_number) VALUES ('s7', 'amoss', '2023-02-01 10:00:00', 'measles exposure', '23-7');  -- breaks: the chief of another department
INSERT INTO new_event (name, user, at, reason, case_number) VALUES ('s8', 'amoss', '2023-02-01 10:00:00', 'measles exposure', '23-8');  -- near miss: the Chief, too
INSERT INTO new_event (name, user, at, reason, case_number) VALUES ('s9', 'amoss', '2023-02-01 10:00:00', 'measles exposure', '23-9');  -- near miss: chief of both
