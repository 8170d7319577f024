-- The candidate selected does not bear the name of a member.
-- expect: e1 | a member's name
-- expect: e2 | the user's own name
-- expect: e3

INSERT INTO candidate VALUES ('KEEL, BEN', 'ben keel', 2, NULL), ('Ben Keel', 'ben keel', 2, NULL), ('Keel', 'keel', NULL, NULL), ('Bo Keel', 'bo keel', NULL, NULL);
INSERT INTO new_event (name, user, at, candidate) VALUES ('e1', 'amoss', '2023-01-10 10:00:00', 'KEEL, BEN');              -- breaks: a colleague
INSERT INTO new_event (name, user, at, candidate) VALUES ('e2', 'bkeel', '2023-01-10 10:00:00', 'Ben Keel');               -- breaks: oneself
INSERT INTO new_event (name, user, at, candidate) VALUES ('e3', 'ghost', '2023-01-10 10:00:00', 'Ben Keel');               -- breaks: by an unknown user
INSERT INTO new_event (name, user, at, candidate) VALUES ('e4', 'amoss', '2023-01-10 10:00:00', 'Keel');                   -- near miss: a surname alone
INSERT INTO new_event (name, user, at, candidate) VALUES ('e5', 'amoss', '2023-01-10 10:00:00', 'Bo Keel');                -- near miss: another first name
INSERT INTO new_event (name, user, at, candidate, withheld) VALUES ('e6', 'amoss', '2023-01-10 10:00:00', '***', 'candidate');     -- near miss: withheld
INSERT INTO new_event (name, user, at, candidate) VALUES ('e7', 'amoss', '2023-01-10 10:00:00', '');                       -- near miss: none selected
INSERT INTO new_event (name, user, at) VALUES ('e8', 'amoss', '2023-01-10 10:00:00');                                      -- near miss: not exported
INSERT INTO new_event (name, user, at, candidate, utc_offset) VALUES ('e9', 'amoss', '2023-06-01 00:00:00', 'Ben Keel', -240);  -- near miss: after the period
