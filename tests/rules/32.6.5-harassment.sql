-- What the records say of harassment, which no rule can test.
-- says: Searches whose reason says that somebody is to be harassed or punished: 1 of 2 whose reason was understood (unauthorized-purpose). Accounts that selected one person again and again without a report: 1 of 7 that selected anybody (repeat-subject).

INSERT INTO reason (text, purpose, detail, words) VALUES ('payback', 'unauthorized', 'harassment', 'payback');
INSERT INTO rule (place, rule, clause, title, status, tested, exceptions, path, text, own, says, why) VALUES (1, 'repeat-subject', '32.6.5(1)-(2)', 'x', 'exceptions', 7, 1, 'x', 'x', 0, 'x', 'x');
INSERT INTO new_event (name, user, at, reason) VALUES ('e1', 'amoss', '2023-01-10 10:00:00', 'payback');           -- counted
INSERT INTO new_event (name, user, at, reason) VALUES ('e2', 'amoss', '2023-01-10 10:00:00', 'theft suspect');     -- understood, and another purpose
INSERT INTO new_event (name, user, at, reason) VALUES ('e3', 'amoss', '2023-01-10 10:00:00', 'yellow sheet');      -- not understood: in neither figure
INSERT INTO new_event (name, user, at, reason, utc_offset) VALUES ('e4', 'amoss', '2023-06-01 00:00:00', 'payback', -240);  -- after the period
