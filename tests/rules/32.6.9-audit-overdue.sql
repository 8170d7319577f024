-- An audit a year: 396 days at most after the last one, and no day between the periods.
-- expect: audit of 2022-04-29 | 397 days; 2 days in no audit

INSERT INTO new_event (name, user, at, reason) VALUES ('e1', 'amoss', '2022-06-03 10:00:00', 'theft suspect');
INSERT INTO setting VALUES ('run', 'earlier_path', '../2022/audit'), ('run', 'earlier_sha256', '0123456789abcdef'), ('run', 'earlier_from', '2021-06-01');
INSERT INTO setting VALUES ('run', 'earlier_dated', '2022-04-29'), ('run', 'earlier_to', '2022-05-29'); -- breaks: 397 days, and the 30th and 31st are in neither
UPDATE setting SET value = value WHERE key = 'as_of'; -- near miss: audit of another day, see the other case
