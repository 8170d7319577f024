-- [hours] over midnight are those of the day on which they begin.
-- expect: o3
-- expect: o4
-- expect: o6

INSERT INTO setting VALUES ('hours', 'start', '22:00'), ('hours', 'end', '06:00'), ('hours', 'days', 'Mon;Tue;Wed;Thu;Fri');
INSERT INTO new_person (user, last, first) VALUES ('night', 'Night', 'Nan');
INSERT INTO new_event (name, user, at) VALUES ('o1', 'night', '2023-01-13 23:00:00');                        -- near miss: a Friday
INSERT INTO new_event (name, user, at) VALUES ('o2', 'night', '2023-01-14 05:59:59');                        -- near miss: Saturday, in Friday's hours
INSERT INTO new_event (name, user, at) VALUES ('o3', 'night', '2023-01-14 06:00:00');                        -- breaks: their end
INSERT INTO new_event (name, user, at) VALUES ('o4', 'night', '2023-01-16 01:00:00');                        -- breaks: Monday, in the hours of Sunday
INSERT INTO new_event (name, user, at) VALUES ('o5', 'night', '2023-01-16 22:00:00');                        -- near miss: a Monday
INSERT INTO new_event (name, user, at) VALUES ('o6', 'night', '2023-01-15 23:00:00');                        -- breaks: a Sunday
