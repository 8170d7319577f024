-- No column of reasons, and the rule beside it was not tested.
-- says: No reason was exported. Whether one person was selected again and again was not tested.

INSERT INTO rule (place, rule, clause, title, status, tested, exceptions, path, text, own, says, why) VALUES (1, 'repeat-subject', '32.6.5(1)-(2)', 'x', 'not tested', 0, 0, 'x', 'x', 0, 'x', 'x');
INSERT INTO new_event (name, user, at) VALUES ('e1', 'amoss', '2023-01-10 10:00:00');
