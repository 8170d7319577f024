-- The candidate selected does not bear the user's surname, where it is uncommon.
-- expect: e1 | moss
-- expect: e2 | moss

INSERT INTO candidate VALUES ('Moss, Tim', 'moss tim', NULL, NULL), ('Tim MOSS', 'moss tim', NULL, NULL), ('Keel, Ann', 'ann keel', NULL, NULL), ('Keel, Bo', 'bo keel', NULL, NULL), ('Keel, Cy', 'cy keel', NULL, NULL),
  ('Mossman, Tim', 'mossman tim', NULL, NULL), ('Moss Green', 'green moss', NULL, NULL), ('Ann Moss', 'ann moss', 1, NULL);
INSERT INTO new_event (name, user, at, candidate) VALUES ('e1', 'amoss', '2023-01-10 10:00:00', 'Moss, Tim');             -- breaks: the surname before the comma
INSERT INTO new_event (name, user, at, candidate) VALUES ('e2', 'harbor\amoss', '2023-01-10 10:00:00', 'Tim MOSS');       -- breaks: the last word
INSERT INTO new_event (name, user, at, candidate) VALUES ('e3', 'bkeel', '2023-01-10 10:00:00', 'Keel, Ann');             -- near miss: three of the log bear it
INSERT INTO new_event (name, user, at, candidate) VALUES ('e4', 'amoss', '2023-01-10 10:00:00', 'Mossman, Tim');          -- near miss: a longer name
INSERT INTO new_event (name, user, at, candidate) VALUES ('e5', 'amoss', '2023-01-10 10:00:00', 'Moss Green');            -- near miss: a first name
INSERT INTO new_event (name, user, at, candidate) VALUES ('e6', 'amoss', '2023-01-10 10:00:00', 'Ann Moss');              -- near miss: a member
INSERT INTO new_event (name, user, at, candidate) VALUES ('e7', 'ghost', '2023-01-10 10:00:00', 'Moss, Tim');             -- near miss: by an unknown user
INSERT INTO new_event (name, user, at, candidate, withheld) VALUES ('e8', 'amoss', '2023-01-10 10:00:00', 'Moss, Tim', 'candidate');      -- near miss: withheld
INSERT INTO new_event (name, user, at, candidate, utc_offset) VALUES ('e9', 'amoss', '2023-06-02 10:00:00', 'Moss, Tim', -240);           -- near miss: after the period
