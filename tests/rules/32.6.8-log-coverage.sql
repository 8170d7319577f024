-- The log begins with the period, ends with it, is not silent, and its ids rise with its time.
-- expect: begins late | 2022-06-01 to 2022-06-10
-- expect: silent from 2022-09-11 | 20 days
-- expect: ids fall | 1 time

INSERT INTO coverage_kind VALUES ('user_log', 'rows', strftime('%s', '2022-06-10') / 86400, strftime('%s', '2023-05-22') / 86400, 3, 346, 0, '');
INSERT INTO coverage (kind, from_day, to_day) VALUES ('user_log', strftime('%s', '2022-06-01') / 86400, strftime('%s', '2022-09-10') / 86400), ('user_log', strftime('%s', '2022-09-11') / 86400, strftime('%s', '2022-09-30') / 86400);
INSERT INTO coverage (kind, from_day, to_day) VALUES ('user_log', strftime('%s', '2022-10-01') / 86400, strftime('%s', '2023-05-22') / 86400);  -- near miss: no day between the three
INSERT INTO new_event (name, user, at, utc_offset) VALUES ('e0', 'amoss', '2022-05-20 10:00:00', -240), ('e1', 'amoss', '2022-06-10 10:00:00', -240);  -- near miss: nine days late
INSERT INTO new_event (name, id, user, at, utc_offset) VALUES ('100', '100', 'amoss', '2022-06-11 10:00:00', -240), ('101', '101', 'amoss', '2022-09-10 10:00:00', -240), ('102', '102', 'amoss', '2022-10-01 10:00:00', -240);
INSERT INTO new_event (name, id, user, at, utc_offset) VALUES ('103', '103', 'amoss', '2022-10-02 10:00:00', -240), ('105', '105', 'amoss', '2022-10-03 10:00:00', -240), ('104', '104', 'amoss', '2022-10-02 11:00:00', -240);
INSERT INTO new_event (name, id, user, at, utc_offset) VALUES ('107', '107', 'bkeel', '2022-10-05 10:00:00', -240), ('106', '106', 'bkeel', '2022-10-05 10:00:30', -240);  -- near miss: half a minute
INSERT INTO new_event (name, id, user, at) VALUES ('108', '108', 'amoss', '2023-05-22 10:00:00');          -- near miss: nine days before the end
DELETE FROM event WHERE name = 'e1';                                                                       -- breaks: ten days late
DELETE FROM coverage WHERE from_day = strftime('%s', '2022-09-11') / 86400;                                -- breaks: silent
UPDATE event SET at = at + 200000, day = day + 2 WHERE name = '104';                                       -- breaks: a day later than 105
