-- Where the reports supplied do not reach a search, a missing report says nothing.
-- expect: s1
-- expect: s2
-- expect: t1

INSERT INTO coverage_kind VALUES ('incident_reports', 'rows', strftime('%s', '2022-07-04') / 86400, strftime('%s', '2023-03-15') / 86400, 3, 0, 1, '');
UPDATE coverage_kind SET days = 300;
INSERT INTO coverage (kind, from_day, to_day) VALUES ('incident_reports', strftime('%s', '2022-07-01') / 86400, strftime('%s', '2022-10-31') / 86400),
  ('incident_reports', strftime('%s', '2022-12-01') / 86400, strftime('%s', '2023-03-01') / 86400);
INSERT INTO new_event (name, user, at, utc_offset) VALUES ('s0', 'amoss', '2022-06-30 23:59:59', -240);   -- near miss: before the reports begin
INSERT INTO new_event (name, user, at, utc_offset) VALUES ('s1', 'amoss', '2022-07-01 00:00:00', -240);   -- breaks: the first day
INSERT INTO new_event (name, user, at) VALUES ('g1', 'amoss', '2022-11-15 10:00:00');                     -- near miss: the reports are silent
INSERT INTO new_event (name, user, at) VALUES ('s2', 'amoss', '2023-03-01 23:59:59');                     -- breaks: the last day
INSERT INTO new_event (name, user, at) VALUES ('s3', 'amoss', '2023-03-02 00:00:00');                     -- near miss: too recent to judge
INSERT INTO new_event (name, user, at) VALUES ('s4', 'amoss', '2023-05-20 00:00:00');                     -- near miss: long after the last report
INSERT INTO new_event (name, user, at, session) VALUES ('t1', 'bkeel', '2023-02-10 10:00:00', 5);         -- breaks: a session of one day
INSERT INTO new_event (name, user, at, session) VALUES ('t2', 'bkeel', '2023-02-20 10:00:00', 6), ('t3', 'bkeel', '2023-03-02 10:00:00', 6); -- near miss: a session whose last search is too recent
