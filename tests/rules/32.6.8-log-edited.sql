-- One id of the log is on one row, or on rows that are copies of it.
-- expect: L1 | candidate selected
-- expect: L2 | time+case number
-- expect: L3 | reason

INSERT INTO new_event (name, id, user, at, candidate) VALUES ('L1', 'L1', 'amoss', '2023-01-10 10:00:00', 'Pell, Noel'), ('log.csv:9', 'L1', 'amoss', '2023-01-10 10:00:00', 'Muir, Ivan');  -- breaks: another candidate
INSERT INTO new_event (name, id, user, at, case_number) VALUES ('L2', 'L2', 'amoss', '2023-01-10 10:00:00', '23-1'), ('log.csv:10', 'L2', 'amoss', '2023-01-10 10:05:00', '23-2');
UPDATE event SET probe = 'A1.jpg' WHERE id = 'L2';  -- breaks: another time and case for one probe image
INSERT INTO new_event (name, id, user, at, case_number, reason) VALUES ('L3', 'L3', 'amoss', '2023-01-10 10:00:00', '23-3', 'theft suspect'), ('log.csv:11', 'L3', 'amoss', '2023-01-10 10:00:00', '23-3', 'follow up');  -- breaks: another reason at one moment
INSERT INTO new_event (name, id, user, at) VALUES ('L4', 'L4', 'amoss', '2023-01-10 10:00:00');  -- near miss: it stands once
INSERT INTO new_event (name, id, user, at, case_number) VALUES ('L5', 'L5', 'amoss', '2023-01-11 10:00:00', '23-5'), ('b.csv:3', 'L5', 'amoss', '2023-02-12 11:00:00', '23-9');  -- near miss: two systems number their events alike
INSERT INTO new_event (name, id, user, at, candidate) VALUES ('L6', 'L6', 'amoss', '2022-05-01 10:00:00', 'Pell, Noel'), ('log.csv:12', 'L6', 'amoss', '2022-05-01 10:00:00', 'Muir, Ivan');  -- near miss: before the period
