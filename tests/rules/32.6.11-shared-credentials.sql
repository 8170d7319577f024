-- One account on two workstations no more than 15 minutes apart.
-- expect: exact | 1 time
-- expect: thrice | 2 times
-- expect: kinds
-- expect: between

INSERT INTO new_person (user, last, first) VALUES ('exact', 'Act', 'Ex');
INSERT INTO new_event (name, user, at, workstation) VALUES ('x1', 'exact', '2023-01-10 10:00:00', 'WS-1');
INSERT INTO new_event (name, user, at, workstation) VALUES ('x2', 'exact', '2023-01-10 10:15:00', 'WS-2');            -- breaks: 15 minutes
INSERT INTO new_event (name, user, at, workstation) VALUES ('x3', 'exact', '2023-01-10 10:30:01', 'WS-1');            -- near miss: 15 minutes and a second
INSERT INTO new_event (name, user, at, workstation, at_ms) VALUES ('x4', 'exact', '2023-01-10 10:45:01', 'WS-2', 1);  -- near miss: 15 minutes and a millisecond

INSERT INTO new_person (user, last, first) VALUES ('thrice', 'Ice', 'Thea');
INSERT INTO account (account, user_id, user_key, person) VALUES (20, 'Harbor\Thrice', 'harbor\thrice', (SELECT person FROM person WHERE user_id = 'thrice'));
UPDATE account SET user_id = 'THRICE' WHERE user_key = 'thrice';  -- the personnel file spells it in small letters
INSERT INTO new_event (name, user, at, workstation) VALUES ('t1', 'thrice', '2023-01-10 10:00:00', 'WS-1');
INSERT INTO new_event (name, user, at, workstation) VALUES ('t2', 'thrice', '2023-01-10 10:10:00', 'WS-1');
INSERT INTO new_event (name, user, at, workstation) VALUES ('t3', 'thrice', '2023-01-10 10:14:00', 'WS-2');           -- breaks: though the first row is not the next one's neighbour
INSERT INTO new_event (name, user, at, workstation) VALUES ('t4', 'thrice', '2023-01-10 10:14:01', 'WS-3');           -- breaks: and again
INSERT INTO new_event (name, user, at, workstation) VALUES ('t5', 'harbor\thrice', '2023-01-10 10:05:00', 'WS-9');    -- near miss: another account

INSERT INTO new_person (user, last, first) VALUES ('kinds', 'Inds', 'Kay');
INSERT INTO new_event (name, user, at, workstation, is_search, action) VALUES ('k1', 'kinds', '2023-01-10 10:00:00', 'WS-1', 0, 'LOGIN');
INSERT INTO new_event (name, user, at, workstation) VALUES ('k2', 'kinds', '2023-01-10 10:00:00', 'WS-2');            -- breaks: a login counts, and the same second

INSERT INTO new_person (user, last, first) VALUES ('between', 'Ween', 'Bet');
INSERT INTO new_event (name, user, at, workstation) VALUES ('b1', 'between', '2023-01-10 10:00:00', 'WS-1');
INSERT INTO new_event (name, user, at, workstation) VALUES ('b2', 'between', '2023-01-10 10:01:00', '');              -- near miss: empty
INSERT INTO new_event (name, user, at) VALUES ('b3', 'between', '2023-01-10 10:02:00');                               -- near miss: not exported
INSERT INTO new_event (name, user, at, workstation, withheld) VALUES ('b4', 'between', '2023-01-10 10:03:00', '***', 'workstation');  -- near miss: withheld
INSERT INTO new_event (name, user, at, workstation) VALUES ('b5', 'between', '2023-01-10 10:04:00', 'ws-1 ');         -- near miss: the same in another spelling
INSERT INTO new_event (name, user, at, workstation) VALUES ('b6', 'between', '2023-01-10 10:05:00', 'WS-2');          -- breaks: whatever stands between

INSERT INTO new_event (name, user, at, workstation) VALUES ('a1', 'amoss', '2023-01-10 10:00:00', 'WS-1');
INSERT INTO new_event (name, user, at, workstation) VALUES ('a2', 'bkeel', '2023-01-10 10:01:00', 'WS-2');            -- near miss: another user
INSERT INTO new_event (name, user, at, workstation, utc_offset) VALUES ('a3', 'bkeel', '2022-05-31 23:55:00', 'WS-1', -240);  -- near miss: before the period
INSERT INTO new_event (name, user, at, workstation, utc_offset) VALUES ('a4', 'bkeel', '2022-06-01 00:05:00', 'WS-2', -240);

INSERT INTO new_person (user, last, first) VALUES ('fold', 'Old', 'Fo'), ('dated', 'Ated', 'Dee');
INSERT INTO new_event (name, user, at, utc_offset, at_other, workstation) VALUES ('f1', 'fold', '2022-11-06 01:30:00', -240, strftime('%s', '2022-11-06 06:30:00'), 'WS-1');
INSERT INTO new_event (name, user, at, utc_offset, at_other, workstation) VALUES ('f2', 'fold', '2022-11-06 01:35:00', -240, strftime('%s', '2022-11-06 06:35:00'), 'WS-2');  -- near miss: the hour that came twice
INSERT INTO new_event (name, user, at, workstation) VALUES ('f3', 'fold', '2022-11-06 02:00:00', 'WS-3');                                                                      -- near miss: beside it
INSERT INTO new_event (name, user, at, workstation) VALUES ('d1', 'dated', '2023-01-10 00:00:00', 'WS-1'), ('d2', 'dated', '2023-01-10 00:00:00', 'WS-2');                     -- near miss: without a time of day
UPDATE event SET at_doubt = 'no time of day' WHERE name IN ('d1', 'd2');
INSERT INTO new_event (name, user, at, workstation) VALUES ('s1', 'dated', '2023-02-10 10:00:00', 'WS-01.police.local'), ('s2', 'dated', '2023-02-10 10:01:00', 'WS-1');      -- near miss: one machine
UPDATE workstation SET key = 'ws-1' WHERE name = 'WS-01.police.local';
