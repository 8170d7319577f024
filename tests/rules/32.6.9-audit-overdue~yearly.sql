-- A year and a month is not too long, and periods that meet leave no day out; a day between them does.
-- expect: audit of 2022-05-31 | 1 day in no audit

INSERT INTO new_event (name, user, at, reason) VALUES ('e1', 'amoss', '2022-06-03 10:00:00', 'theft suspect');
INSERT INTO setting VALUES ('run', 'earlier_path', '../2022/audit'), ('run', 'earlier_sha256', '0123456789abcdef'), ('run', 'earlier_from', '2021-06-01');
INSERT INTO setting VALUES ('run', 'as_of', '2023-07-01'), ('run', 'earlier_dated', '2022-05-31'), ('run', 'earlier_to', '2022-05-31'); -- near miss: 396 days, and the next day is the first of this one
UPDATE setting SET value = '2022-05-30' WHERE key = 'earlier_to'; -- breaks: the 31st is in neither
