-- The reason states a purpose.
-- expect: e1 | follow up
-- expect: e2
-- expect: e3

INSERT INTO new_event (name, user, at, reason) VALUES ('e1', 'amoss', '2023-01-10 10:00:00', 'follow up');        -- breaks: words that fit any work
INSERT INTO new_event (name, user, at, reason) VALUES ('e2', 'amoss', '2023-01-10 10:00:00', '');                 -- breaks: blank
INSERT INTO new_event (name, user, at, reason, case_number, report) VALUES ('e3', 'ghost', '2023-01-10 10:00:00', '', '23-1', NULL);  -- breaks: a number is no purpose
INSERT INTO new_event (name, user, at, reason) VALUES ('e4', 'amoss', '2023-01-10 10:00:00', 'theft suspect');    -- near miss: stated
INSERT INTO new_event (name, user, at, reason) VALUES ('e5', 'amoss', '2023-01-10 10:00:00', 'my new neighbour'); -- near miss: another rule's
INSERT INTO new_event (name, user, at, reason) VALUES ('e9', 'amoss', '2023-01-10 10:00:00', 'yellow sheet');     -- near miss: words there are
INSERT INTO new_event (name, user, at) VALUES ('e6', 'amoss', '2023-01-10 10:00:00');                             -- near miss: not exported
INSERT INTO new_event (name, user, at, reason, withheld) VALUES ('e7', 'amoss', '2023-01-10 10:00:00', '***', 'reason');  -- near miss: withheld
INSERT INTO new_event (name, user, at, reason, is_search, action) VALUES ('e8', 'amoss', '2023-01-10 10:00:00', '', 0, 'LOGIN');  -- near miss: no search
