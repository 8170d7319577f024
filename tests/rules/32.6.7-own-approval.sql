-- Who wrote a report, or searched for it, does not approve it.
-- expect: 23-1 | author
-- expect: 23-2 | searcher
-- expect: 23-3 | author
-- expect: 23-4 | author
-- expect: 23-5 | author

INSERT INTO new_row (number, day, officer, supervisor, approved) VALUES ('24-1', '2023-01-10', 'Moss, Ann', 'Sgt. Lane', '2023-01-12'), ('24-2', '2023-01-10', 'Moss, Ann', 'Moss, Ann', 'Pending'), ('24-3', '2023-01-10', 'Moss, Ann', 'Moss, Ann', '2023-01-12'),
  ('24-4', '2023-01-10', 'Moss, Ann', 'Keel, Ben', '2023-01-12');
INSERT INTO new_row (number, day, officer, supervisor, approved) VALUES ('23-1', '2023-01-10', 'Moss, Ann', 'Moss, Ann', '2023-01-12');        -- breaks: the author
INSERT INTO new_row (number, day, officer, supervisor, approved) VALUES ('23-2', '2023-01-10', 'Moss, Ann', 'Keel, Ben', '2023-01-12');        -- breaks: the owner of the account
INSERT INTO new_row (number, day, officer, supervisor, approved) VALUES ('23-3', '2023-01-10', 'Det. O. Nobody', 'DET. O. NOBODY', 'yes');      -- breaks: whom no file has
INSERT INTO new_row (number, day, officer, supervisor, approved) VALUES ('23-4', '2023-01-10', 'Nobody, Olaf', 'Olaf Nobody', '2023-01-12');    -- breaks: written as the name is said
INSERT INTO new_row (number, day, officer, supervisor, approved) VALUES ('23-5', '2023-01-10', 'Olaf Nobody', 'Nobody,Olaf', '2023-01-12');     -- breaks: and the other way
INSERT INTO new_row (number, day, officer, supervisor, approved) VALUES ('24-5', '2023-01-10', 'Nobody, Olaf', 'Nobody, Otto', '2023-01-12');
INSERT INTO new_event (name, user, at, report) SELECT 's1', 'bkeel', '2023-01-10 09:00:00', number FROM report WHERE number = '23-2';
INSERT INTO new_event (name, user, at, report) VALUES ('s2', 'amoss', '2023-01-10 09:00:00', '24-4');
INSERT INTO new_reading (number, meaning) SELECT number, 'use' FROM report WHERE number IN ('23-1', '23-2', '23-3', '23-4', '23-5');
INSERT INTO new_reading (number, meaning) VALUES ('24-1', 'use');                 -- near miss: another approves
INSERT INTO new_reading (number, meaning) VALUES ('24-2', 'use');                 -- near miss: it is not approved
INSERT INTO new_reading (number, meaning) VALUES ('24-4', 'use');                 -- near miss: somebody who did not search
INSERT INTO new_reading (number, meaning) VALUES ('24-5', 'use');                 -- near miss: another of one surname
INSERT INTO new_reading (number, meaning) VALUES ('24-3', 'reason');              -- near miss: the row tells of no use
