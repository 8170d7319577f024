-- Access ends on the day of separation.
-- expect: later | 1 day
-- expect: never | never
-- expect: nameless
-- expect: back | never
-- expect: twice | never
-- expect: HARBOR\nouser
-- expect: employee 77

INSERT INTO new_person (user, last, first, separated, deactivated) VALUES ('same', 'Same', 'Sam', '2023-01-10', '2023-01-10');     -- near miss: the same day
INSERT INTO new_person (user, last, first, separated, deactivated) VALUES ('before', 'Fore', 'Bea', '2023-01-10', '2023-01-09');   -- near miss: a day before
INSERT INTO new_person (user, last, first, separated, deactivated) VALUES ('later', 'Later', 'Lou', '2023-01-10', '2023-01-11');   -- breaks: a day later
INSERT INTO new_person (user, last, first, separated) VALUES ('never', 'Never', 'Ned', '2023-01-10');                              -- breaks: never
INSERT INTO new_person (user, separated) VALUES ('nameless', '2023-01-10');                                                        -- breaks: without a name
INSERT INTO new_person (user, employee, last, first, separated) VALUES ('', '76', 'User', 'No', '2023-01-10');                     -- breaks: known by the account's name
INSERT INTO account (account, user_id, user_key, user_name, person) SELECT 20, 'HARBOR\nouser', 'harbor\nouser', 'No User', person FROM person WHERE employee_id = '76';
INSERT INTO new_person (user, employee, separated) VALUES ('', '77', '2023-01-10');                                                -- breaks: known by a number only
INSERT INTO new_person (user, last, first, deactivated) VALUES ('stays', 'Stays', 'Sue', '2023-01-10');                            -- near miss: has not left

INSERT INTO new_person (user, last, first, separated) VALUES ('back', 'Back', 'Bob', '2022-08-31');                               -- breaks: came back with the access that never ended
INSERT INTO new_assignment (user, from_day, separated) VALUES ('back', '2023-03-01', '2022-08-31');
INSERT INTO new_person (user, last, first, separated, deactivated) VALUES ('twice', 'Twice', 'Tom', '2022-08-31', '2022-08-31');  -- near miss: the first time
INSERT INTO new_assignment (user, from_day) VALUES ('twice', '2023-03-01');
INSERT INTO new_assignment (user, from_day, separated) VALUES ('twice', '2023-03-01', '2023-05-01');                              -- breaks: the second time
