-- No account is named after a place or a job.
-- expect: intake1 | 1 row
-- expect: ciu_desk | 2 rows
-- expect: x9 | 1 row

INSERT INTO account (user_id, user_key, user_name, person) VALUES ('intake1', 'intake1', NULL, NULL), ('ciu_desk', 'ciu_desk', NULL, NULL), ('x9', 'x9', 'Shared Account', NULL), ('badmin', 'badmin', 'Admiral, Bo', NULL), ('jdoe', 'jdoe', 'Doe, Jan', NULL), ('unity', 'unity', NULL, NULL);
INSERT INTO new_person (user, last, first) VALUES ('admin', 'Ministrator', 'Ada');
INSERT INTO new_event (name, user, at) VALUES ('e1', 'intake1', '2023-01-10 10:00:00');                                          -- breaks: by its id
INSERT INTO new_event (name, user, at) VALUES ('e2', 'ciu_desk', '2023-01-10 10:00:00'), ('e3', 'ciu_desk', '2023-01-10 11:00:00');  -- breaks: by a word of it
INSERT INTO new_event (name, user, at) VALUES ('e4', 'x9', '2023-01-10 10:00:00');                                               -- breaks: by the name in the log
INSERT INTO new_event (name, user, at) VALUES ('e5', 'admin', '2023-01-10 10:00:00');                                            -- near miss: the personnel file gives it to a person
INSERT INTO new_event (name, user, at) VALUES ('e6', 'badmin', '2023-01-10 10:00:00'), ('e7', 'jdoe', '2023-01-10 10:00:00'), ('e8', 'unity', '2023-01-10 10:00:00');  -- near miss: no such word
