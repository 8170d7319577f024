-- Where no duty schedule is supplied, the shift hours of the personnel file count: start included, end not.
-- expect: d1
-- expect: d4
-- expect: n1 | 21:59
-- expect: n4 | 06:00

INSERT INTO new_person (user, last, first, shift_start, shift_end) VALUES ('day', 'Day', 'Dee', 480, 960);
INSERT INTO new_event (name, user, at) VALUES ('d1', 'day', '2023-01-10 07:59:59');                           -- breaks: a second before
INSERT INTO new_event (name, user, at) VALUES ('d2', 'day', '2023-01-10 08:00:00');                           -- near miss: the start
INSERT INTO new_event (name, user, at) VALUES ('d3', 'day', '2023-01-10 15:59:59');                           -- near miss: the last second
INSERT INTO new_event (name, user, at) VALUES ('d4', 'day', '2023-01-10 16:00:00');                           -- breaks: the end
INSERT INTO new_event (name, user, at, utc_offset) VALUES ('d5', 'day', '2022-07-10 15:59:59', -240);         -- near miss: the same in summer time

INSERT INTO new_person (user, last, first, shift_start, shift_end) VALUES ('night', 'Night', 'Nat', 1320, 360);
INSERT INTO new_event (name, user, at) VALUES ('n1', 'night', '2023-01-10 21:59:59');                         -- breaks: before a shift that passes midnight
INSERT INTO new_event (name, user, at) VALUES ('n2', 'night', '2023-01-10 22:00:00');                         -- near miss: its start
INSERT INTO new_event (name, user, at) VALUES ('n3', 'night', '2023-01-11 05:59:59');                         -- near miss: its last second
INSERT INTO new_event (name, user, at) VALUES ('n4', 'night', '2023-01-11 06:00:00');                         -- breaks: its end

INSERT INTO new_person (user, last, first, shift_start, shift_end) VALUES ('round', 'Round', 'Rae', 480, 480);
INSERT INTO new_event (name, user, at) VALUES ('r1', 'round', '2023-01-10 03:00:00');                         -- near miss: start and end are the same
INSERT INTO new_person (user, last, first, shift_start) VALUES ('open', 'Open', 'Oda', 480);
INSERT INTO new_event (name, user, at) VALUES ('r2', 'open', '2023-01-10 03:00:00');                          -- near miss: the end is not stated
INSERT INTO new_event (name, user, at) VALUES ('r3', 'amoss', '2023-01-10 03:00:00');                         -- near miss: no shift hours
