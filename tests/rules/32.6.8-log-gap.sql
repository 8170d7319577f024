-- No id is missing from the log's sequence; subject is the first missing one.
-- expect: EV-0100 | 1 id
-- expect: EV-0105 | 2 ids
-- expect: 22-0100000 | 1 id

INSERT INTO new_event (name, id, user, at) VALUES ('a1', 'EV-0098', 'amoss', '2023-01-10 10:00:00'), ('a2', 'EV-0101', 'amoss', '2023-01-10 10:00:00');
INSERT INTO new_event (name, id, user, at) VALUES ('a3', 'EV-0099', 'amoss', '2023-01-10 10:00:00');                      -- near miss: out of order
INSERT INTO new_event (name, id, user, at, is_search, action) VALUES ('a4', 'EV-0102', 'amoss', '2023-01-10 10:00:00', 0, 'LOGIN');  -- near miss: the id of a row that is no search
INSERT INTO reject (source, line, reason, raw, id) VALUES (1, 90, 'the time cannot be read', '', 'EV-0103');              -- near miss: the id of a rejected row
INSERT INTO new_event (name, id, user, at) VALUES ('a5', 'EV-0104', 'amoss', '2022-05-01 10:00:00');                      -- near miss: the id of a row before the period
INSERT INTO reject (source, line, reason, raw, id) VALUES (1, 91, 'a copy', '', 'EV-0098');                               -- near miss: an id that stands twice
INSERT INTO new_event (name, id, user, at) VALUES ('a6', 'EV-0107', 'amoss', '2023-01-10 10:00:00'), ('a7', 'EV-0108', 'amoss', '2023-01-10 10:00:00'), ('a8', 'EV-0109', 'amoss', '2023-01-10 10:00:00'), ('a9', 'EV-0110', 'amoss', '2023-01-10 10:00:00');  -- breaks: after a gap of two
INSERT INTO new_event (name, id, user, at) VALUES ('a10', 'EV-0100', 'amoss', '2023-01-10 10:00:00');                     -- mended below
DELETE FROM event WHERE id = 'EV-0100';                                                                                   -- breaks: 100 is gone

-- Another prefix is another sequence, and a number may outgrow its digits.
INSERT INTO new_event (name, id, user, at) VALUES ('b1', '22-0099997', 'amoss', '2023-01-10 10:00:00'), ('b2', '22-0099998', 'amoss', '2023-01-10 10:00:00'), ('b3', '22-0099999', 'amoss', '2023-01-10 10:00:00');
INSERT INTO new_event (name, id, user, at) VALUES ('b4', '22-0100001', 'amoss', '2023-01-10 10:00:00'), ('b5', '22-0100002', 'amoss', '2023-01-10 10:00:00');  -- breaks: one is missing
INSERT INTO new_event (name, id, user, at) VALUES ('c1', '8', 'amoss', '2023-01-10 10:00:00'), ('c2', '9', 'amoss', '2023-01-10 10:00:00'), ('c3', '10', 'amoss', '2023-01-10 10:00:00'), ('c4', '11', 'amoss', '2023-01-10 10:00:00'), ('c5', '12', 'amoss', '2023-01-10 10:00:00');  -- near miss: nine, ten: no gap

-- Ids that do not run in sequence: a host numbers the events of every agency.
INSERT INTO new_event (name, id, user, at) VALUES ('d1', 'H7', 'amoss', '2023-01-10 10:00:00'), ('d2', 'H19', 'amoss', '2023-01-10 10:00:00'), ('d3', 'H20', 'amoss', '2023-01-10 10:00:00'), ('d4', 'H44', 'amoss', '2023-01-10 10:00:00'), ('d5', 'H90', 'amoss', '2023-01-10 10:00:00'), ('d6', 'H91', 'amoss', '2023-01-10 10:00:00');  -- near miss: sparse
INSERT INTO new_event (name, id, user, at) VALUES ('e1', 'F1', 'amoss', '2023-01-10 10:00:00'), ('e2', 'F2', 'amoss', '2023-01-10 10:00:00'), ('e3', 'F4', 'amoss', '2023-01-10 10:00:00');  -- near miss: too few to tell
INSERT INTO new_event (name, id, user, at) VALUES ('f1', 'c0ffee', 'amoss', '2023-01-10 10:00:00'), ('f2', '', 'amoss', '2023-01-10 10:00:00'), ('f3', NULL, 'amoss', '2023-01-10 10:00:00');  -- near miss: no number

-- Every fourth is missing: one finding for the sequence.
-- expect: Q04 | 4 of 19 ids
INSERT INTO new_event (name, id, user, at) VALUES ('q1', 'Q01', 'amoss', '2023-01-10 10:00:00'), ('q2', 'Q02', 'amoss', '2023-01-10 10:00:00'), ('q3', 'Q03', 'amoss', '2023-01-10 10:00:00');
INSERT INTO new_event (name, id, user, at) VALUES ('q5', 'Q05', 'amoss', '2023-01-10 10:00:00'), ('q6', 'Q06', 'amoss', '2023-01-10 10:00:00'), ('q7', 'Q07', 'amoss', '2023-01-10 10:00:00'), ('q9', 'Q09', 'amoss', '2023-01-10 10:00:00'), ('q10', 'Q10', 'amoss', '2023-01-10 10:00:00'), ('q11', 'Q11', 'amoss', '2023-01-10 10:00:00');  -- breaks: 4 and 8 are missing
INSERT INTO new_event (name, id, user, at) VALUES ('q13', 'Q13', 'amoss', '2023-01-10 10:00:00'), ('q14', 'Q14', 'amoss', '2023-01-10 10:00:00'), ('q15', 'Q15', 'amoss', '2023-01-10 10:00:00'), ('q17', 'Q17', 'amoss', '2023-01-10 10:00:00'), ('q18', 'Q18', 'amoss', '2023-01-10 10:00:00'), ('q19', 'Q19', 'amoss', '2023-01-10 10:00:00');  -- breaks: and 12 and 16
