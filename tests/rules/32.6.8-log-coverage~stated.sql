-- Where audit.ini says which days the log covers, its ids are still held against its time.
-- expect: ids fall | 1 time

INSERT INTO coverage_kind VALUES ('user_log', 'audit.ini', strftime('%s', '2022-06-01') / 86400, strftime('%s', '2023-05-31') / 86400, 0, 365, 0, '');
INSERT INTO coverage (kind, from_day, to_day) VALUES ('user_log', strftime('%s', '2022-06-01') / 86400, strftime('%s', '2023-05-31') / 86400);  -- near miss: the whole period, whatever its rows
INSERT INTO new_event (name, id, user, at) VALUES ('100', '100', 'amoss', '2023-01-10 10:00:00'), ('101', '101', 'amoss', '2023-01-10 10:05:00'), ('102', '102', 'amoss', '2023-01-10 10:10:00');
INSERT INTO new_event (name, id, user, at) VALUES ('103', '103', 'amoss', '2023-01-10 10:15:00'), ('104', '104', 'amoss', '2023-01-10 10:20:00'), ('105', '105', 'amoss', '2023-01-10 10:25:00');
UPDATE event SET at = at - 600 WHERE name = '104';  -- breaks: before 103
