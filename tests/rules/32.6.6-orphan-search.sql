-- Every search is linked to a report.
-- expect: e1 | number not found
-- expect: e2 | report may be pending
-- expect: e3

INSERT INTO new_row (number, day) VALUES ('23-1', '2023-01-10');
INSERT INTO new_event (name, user, at, case_number) VALUES ('e1', 'amoss', '2023-01-10 10:00:00', '23-9');                -- breaks: no such report
INSERT INTO new_event (name, user, at, session) VALUES ('e2', 'ghost', '2023-05-31 23:59:59', 7);                         -- breaks: a pending report is none yet
UPDATE session SET orphan_kind = 'report may be pending' WHERE session = 7;
INSERT INTO new_event (name, user, at, session) VALUES ('e7', 'amoss', '2023-01-10 10:00:00', 8);                         -- near miss: nobody knows what it cites
UPDATE session SET orphan_kind = 'not evaluated' WHERE session = 8;
INSERT INTO new_event (name, user, at, case_number) VALUES ('e3', 'amoss', '2023-01-10 10:00:00', '');                    -- breaks: no number
INSERT INTO new_event (name, user, at, report) VALUES ('e4', 'amoss', '2023-01-10 10:00:00', '23-1');                     -- near miss: linked, though the report documents nothing
INSERT INTO new_event (name, user, at, is_search, action) VALUES ('e5', 'amoss', '2023-01-10 10:00:00', 0, 'LOGIN');      -- near miss: no search
INSERT INTO new_event (name, user, at, utc_offset) VALUES ('e6', 'amoss', '2022-05-31 23:59:59', -240);                   -- near miss: before the period
