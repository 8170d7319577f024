-- One user does not select one subject in three or more searches that no report documents.
-- expect: amoss | Doe, Jane 3 times
-- expect: linked
-- expect: days
-- expect: both | Foe, Jim 3 times; Roe, Rex 4 times

INSERT INTO candidate VALUES ('Doe, Jane', 'doe jane', NULL, NULL), ('JANE DOE', 'doe jane', NULL, NULL), ('Roe, Rex', 'rex roe', NULL, NULL), ('Foe, Jim', 'foe jim', NULL, NULL), ('?', '', NULL, NULL);
INSERT INTO new_row (number, day) VALUES ('23-1', '2023-01-10'), ('23-2', '2023-01-10'), ('23-3', '2023-01-10');
INSERT INTO new_reading (number, meaning) VALUES ('23-1', 'use');                                                             -- documents; 23-2 does not; 23-3 is withheld
UPDATE report_fact SET withheld = 'narrative' WHERE number = '23-3';

INSERT INTO new_event (name, user, at, candidate) VALUES ('a1', 'amoss', '2023-01-10 10:00:00', 'Doe, Jane');
INSERT INTO new_event (name, user, at, candidate) VALUES ('a2', 'amoss', '2023-02-10 10:00:00', 'JANE DOE');
INSERT INTO new_event (name, user, at, candidate) VALUES ('a3', 'harbor\amoss', '2023-03-10 10:00:00', 'Doe, Jane');          -- breaks: the third, by the second account
INSERT INTO new_event (name, user, at, candidate) VALUES ('a4', 'amoss', '2023-01-10 11:00:00', 'Roe, Rex');
INSERT INTO new_event (name, user, at, candidate) VALUES ('a5', 'amoss', '2023-01-10 11:00:00', 'Roe, Rex');                  -- near miss: two of another subject

INSERT INTO new_event (name, user, at, candidate) VALUES ('b1', 'bkeel', '2023-01-10 10:00:00', 'Doe, Jane');
INSERT INTO new_event (name, user, at, candidate) VALUES ('b2', 'bkeel', '2023-01-10 10:00:00', 'Doe, Jane');
INSERT INTO new_event (name, user, at, candidate, report) VALUES ('b3', 'bkeel', '2023-01-10 10:00:00', 'Doe, Jane', '23-1');         -- near miss: documented
INSERT INTO new_event (name, user, at, candidate, report) VALUES ('b4', 'bkeel', '2023-01-10 10:00:00', 'Doe, Jane', '23-3');         -- near miss: whether documented is withheld
INSERT INTO new_event (name, user, at, candidate, utc_offset) VALUES ('b5', 'bkeel', '2022-05-31 23:59:59', 'Doe, Jane', -240);       -- near miss: before the period
INSERT INTO new_event (name, user, at, candidate, withheld) VALUES ('b6', 'bkeel', '2023-01-10 10:00:00', 'Doe, Jane', 'candidate');          -- near miss: withheld
INSERT INTO new_event (name, user, at, candidate, is_search, action) VALUES ('b7', 'bkeel', '2023-01-10 10:00:00', 'Doe, Jane', 0, 'PRINT');  -- near miss: no search
INSERT INTO new_event (name, user, at, candidate) VALUES ('b8', 'bkeel', '2023-01-10 10:00:00', '?'), ('b9', 'bkeel', '2023-01-11 10:00:00', '?'), ('b10', 'bkeel', '2023-01-12 10:00:00', '?');  -- near miss: no name
INSERT INTO new_event (name, user, at) VALUES ('b11', 'bkeel', '2023-01-10 10:00:00'), ('b12', 'bkeel', '2023-01-11 10:00:00'), ('b13', 'bkeel', '2023-01-12 10:00:00');  -- near miss: not exported

INSERT INTO new_person (user, last, first) VALUES ('linked', 'Inked', 'Lin'), ('days', 'Days', 'Dot'), ('both', 'Oth', 'Bo');
INSERT INTO new_event (name, user, at, candidate, report) VALUES ('l1', 'linked', '2023-01-10 10:00:00', 'Doe, Jane', '23-2'), ('l2', 'linked', '2023-01-11 10:00:00', 'Doe, Jane', '23-2');
INSERT INTO new_event (name, user, at, candidate, report) VALUES ('l3', 'linked', '2023-01-10 10:00:00', 'Doe, Jane', '23-2');        -- breaks: linked to a report that documents no use
INSERT INTO new_event (name, user, at, candidate, session) VALUES ('g1', 'ghost', '2023-01-10 10:00:00', 'Doe, Jane', 7), ('g2', 'ghost', '2023-01-10 10:00:09', 'Doe, Jane', 7);
INSERT INTO new_event (name, user, at, candidate, session) VALUES ('g3', 'ghost', '2023-01-10 10:00:20', 'Doe, Jane', 7);             -- near miss: searches of one session on one day are one
INSERT INTO new_event (name, user, at, candidate) VALUES ('c1', 'both', '2023-01-10 10:00:00', 'Foe, Jim'), ('c2', 'both', '2023-01-11 10:00:00', 'Foe, Jim');
INSERT INTO new_event (name, user, at, candidate) VALUES ('c3', 'both', '2023-01-12 10:00:00', 'Foe, Jim');                           -- breaks: two subjects make one finding
INSERT INTO new_event (name, user, at, candidate) VALUES ('c4', 'both', '2023-01-13 10:00:00', 'Roe, Rex'), ('c5', 'both', '2023-01-14 10:00:00', 'Roe, Rex');
INSERT INTO new_event (name, user, at, candidate) VALUES ('c6', 'both', '2023-01-15 10:00:00', 'Roe, Rex'), ('c7', 'both', '2023-01-16 10:00:00', 'Roe, Rex');  -- breaks: the second subject
INSERT INTO new_event (name, user, at, candidate, session) VALUES ('d1', 'days', '2023-01-10 10:00:00', 'Doe, Jane', 8), ('d2', 'days', '2023-01-11 10:00:00', 'Doe, Jane', 8);
INSERT INTO new_event (name, user, at, candidate, session) VALUES ('d3', 'days', '2023-01-12 10:00:00', 'Doe, Jane', 8);             -- breaks: one image, on three days
