-- The Chief or a designee approves a new user: neither nobody, nor the user, nor a sergeant.
-- expect: none | nobody
-- expect: self | the user
-- expect: sgt | Sgt. Lane

INSERT INTO setting VALUES ('agency', 'designees', 'Capt. Orr; Dana Crowe');
INSERT INTO new_person (user, last, first, approved) VALUES ('none', 'None', 'Nat', '2022-01-10'), ('self', 'Self', 'Sue', '2022-01-10'), ('sgt', 'Gt', 'Sam', '2022-01-10'), ('chief', 'Hief', 'Cy', '2022-01-10'),
  ('ac', 'Ac', 'Al', '2022-01-10'), ('named', 'Amed', 'Nan', '2022-01-10'), ('rank', 'Rank', 'Ray', '2022-01-10'), ('boss', 'Boss', 'Bo', NULL), ('blank', 'Lank', 'Bea', NULL), ('idle', 'Idle', 'Ida', '2022-01-10');
UPDATE person SET approved_by = 'Chief' WHERE user_id IN ('amoss', 'bkeel');
UPDATE person SET rank = 'Deputy Chief' WHERE user_id = 'boss';
UPDATE person SET approved_by = 'Chief Hollis' WHERE user_id = 'chief';
UPDATE person SET approved_by = 'A/C Tolliver' WHERE user_id = 'ac';
UPDATE person SET approved_by = 'Lt. Dana Crowe' WHERE user_id = 'named';
UPDATE person SET approved_by = 'Boss, Bo' WHERE user_id = 'rank';
UPDATE person SET approved_by = 'Self, Sue' WHERE user_id = 'self';
UPDATE person SET approved_by = 'Sgt. Lane' WHERE user_id = 'sgt';
INSERT INTO new_event (name, user, at) VALUES ('n1', 'none', '2023-01-10 10:00:00');    -- breaks: nobody is named
INSERT INTO new_event (name, user, at) VALUES ('n2', 'self', '2023-01-10 10:00:00');    -- breaks: the user
INSERT INTO new_event (name, user, at) VALUES ('n3', 'sgt', '2023-01-10 10:00:00');     -- breaks: a sergeant
INSERT INTO new_event (name, user, at) VALUES ('i1', 'chief', '2023-01-10 10:00:00'), ('i2', 'ac', '2023-01-10 10:00:00');     -- near miss: by office
INSERT INTO new_event (name, user, at) VALUES ('i3', 'named', '2023-01-10 10:00:00');   -- near miss: a designee of audit.ini
INSERT INTO new_event (name, user, at) VALUES ('i4', 'rank', '2023-01-10 10:00:00');    -- near miss: whose rank in the personnel file is the Deputy Chief's
INSERT INTO new_event (name, user, at) VALUES ('i5', 'blank', '2023-01-10 10:00:00');   -- near miss: no approval is another rule's
