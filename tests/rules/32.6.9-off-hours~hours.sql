-- Where there is no duty schedule and a member has no shift hours, [hours] of audit.ini counts: start included, end not, on its days.
-- expect: h1
-- expect: h4
-- expect: h5

INSERT INTO setting VALUES ('hours', 'start', '08:00'), ('hours', 'end', '17:00'), ('hours', 'days', 'Mon;Tue;Wed;Thu;Fri');
INSERT INTO new_person (user, last, first) VALUES ('office', 'Office', 'Ola');
INSERT INTO new_event (name, user, at) VALUES ('h1', 'office', '2023-01-10 07:59:59');                        -- breaks: a second before, on a Tuesday
INSERT INTO new_event (name, user, at) VALUES ('h2', 'office', '2023-01-10 08:00:00');                        -- near miss: the start
INSERT INTO new_event (name, user, at) VALUES ('h3', 'office', '2023-01-10 16:59:59');                        -- near miss: the last second
INSERT INTO new_event (name, user, at) VALUES ('h4', 'office', '2023-01-10 17:00:00');                        -- breaks: the end
INSERT INTO new_event (name, user, at) VALUES ('h5', 'office', '2023-01-14 10:00:00');                        -- breaks: a Saturday
INSERT INTO new_person (user, last, first, shift_start, shift_end) VALUES ('late', 'Late', 'Lou', 840, 1320);
INSERT INTO new_event (name, user, at) VALUES ('h6', 'late', '2023-01-14 21:00:00');                          -- near miss: hours of one's own go before
