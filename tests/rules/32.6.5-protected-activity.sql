-- What the records say of surveillance for protected activity, which no rule can test.
-- says: Searches whose reason names protected activity and no crime: 1 of 3 whose reason was understood (unauthorized-purpose).

INSERT INTO reason (text, purpose, detail, words) VALUES ('rally speaker', 'unauthorized', 'protected activity', 'rally');
INSERT INTO new_event (name, user, at, reason) VALUES ('e1', 'amoss', '2023-01-10 10:00:00', 'rally speaker');     -- counted
INSERT INTO new_event (name, user, at, reason) VALUES ('e2', 'amoss', '2023-01-10 10:00:00', 'my new neighbour');  -- another purpose that is prohibited
INSERT INTO new_event (name, user, at, reason) VALUES ('e3', 'amoss', '2023-01-10 10:00:00', 'theft suspect');     -- a crime
INSERT INTO new_event (name, user, at, reason) VALUES ('e4', 'amoss', '2023-01-10 10:00:00', 'yellow sheet');      -- not understood: in neither figure
