-- No access goes unused for 90 days to the end of the period.
-- expect: cold | never used
-- expect: quiet | 90 days
-- expect: stays | never used

INSERT INTO new_person (user, last, first, approved) VALUES ('late', 'Late', 'Lee', '2023-03-03'), ('noac', 'Noac', 'Nan', NULL);           -- near miss: 89 days ago, never
INSERT INTO new_person (user, last, first, approved, separated) VALUES ('gone', 'Gone', 'Gus', '2022-01-10', '2023-01-10');                  -- near miss: left
INSERT INTO new_person (user, last, first, approved, deactivated) VALUES ('shut', 'Shut', 'Sid', '2022-01-10', '2023-01-10');                -- near miss: deactivated
INSERT INTO new_event (name, user, at) VALUES ('e1', 'amoss', '2023-05-31 10:00:00'), ('e2', 'bkeel', '2023-03-03 10:00:00');                -- near miss: 89 days
INSERT INTO new_person (user, last, first, approved) VALUES ('cold', 'Old', 'Cy', '2022-01-10');                                             -- breaks: never used
INSERT INTO new_person (user, last, first, approved, separated, deactivated) VALUES ('stays', 'Stay', 'Sue', '2022-01-10', '2023-06-01', '2023-06-01'); -- breaks: left after the period
INSERT INTO new_person (user, last, first, approved) VALUES ('quiet', 'Quiet', 'Quin', '2022-01-10');                                        -- breaks: with the next
INSERT INTO new_event (name, user, at) SELECT 'e3', 'quiet', '2023-03-02 10:00:00' WHERE EXISTS (SELECT 1 FROM person WHERE user_id = 'quiet');  -- breaks: 90 days
