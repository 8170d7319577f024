-- What every case stands on: settings, files, two clean members, and views that fill in what a case leaves out.
--
-- A case inserts into new_event, new_row, new_reading, new_comparison, new_person, new_assignment, new_notice and new_shift; a
-- trigger stores the row in the table of the schema. Moments are local text (winter: five hours behind), days are dates,
-- accounts are user ids and reports are numbers. What must be NULL, or withheld, is set by UPDATE after it.

INSERT INTO setting VALUES
  ('agency', 'name', 'Harbor Police Department'), ('agency', 'timezone', 'America/New_York'),
  ('thresholds', 'notice_hours', '72'), ('thresholds', 'shared_minutes', '15'), ('thresholds', 'repeat_searches', '3'), ('thresholds', 'near_before_days', '14'),
  ('thresholds', 'near_after_days', '3'), ('thresholds', 'pending_days', '14'), ('thresholds', 'late_report_days', '14'),
  ('thresholds', 'overused_sessions', '10'), ('thresholds', 'subject_accounts', '4'), ('thresholds', 'burst_sessions', '10'), ('thresholds', 'burst_minutes', '60'),
  ('thresholds', 'consecutive_days', '10'), ('thresholds', 'isolated_hours', '8'), ('thresholds', 'inactive_days', '90'), ('thresholds', 'audit_days', '396'),
  ('run', 'from_day', strftime('%s', '2022-06-01') / 86400), ('run', 'to_day', strftime('%s', '2023-05-31') / 86400);

INSERT INTO source (source, kind, path, sha256, bytes, rows, kept, duplicates, rejected, not_data, encoding, delimiter, header_line) VALUES
  (1, 'user_log', 'log.csv', '', 0, 0, 0, 0, 0, 0, 'UTF-8', ',', 1), (2, 'incident_reports', 'reports.csv', '', 0, 0, 0, 0, 0, 0, 'UTF-8', ',', 1),
  (3, 'personnel', 'personnel.csv', '', 0, 0, 0, 0, 0, 0, 'UTF-8', ',', 1), (4, 'chief_notifications', 'chief.csv', '', 0, 0, 0, 0, 0, 0, 'UTF-8', ',', 1);

INSERT INTO reason (text, purpose, detail, words) VALUES
  ('theft suspect', 'criminal', NULL, 'theft suspect'), ('measles exposure', 'health', NULL, 'measles'), ('my new neighbour', 'unauthorized', 'personal', 'neighbour'),
  ('follow up', 'unstated', NULL, 'follow up'), ('', 'unstated', NULL, NULL), ('yellow sheet', 'unclear', NULL, NULL), ('***', NULL, NULL, NULL);

CREATE TEMP VIEW new_person AS SELECT user_id AS user, employee_id AS employee, last_name AS last, first_name AS first,
  NULL AS approved, NULL AS trained, NULL AS separated, NULL AS deactivated, shift_start, shift_end FROM person;
CREATE TEMP TRIGGER person_add INSTEAD OF INSERT ON new_person BEGIN
  INSERT INTO person (user_id, user_key, employee_id, last_name, first_name, approved_day, trained_day, separated_day, deactivated_day,
                      shift_start, shift_end, source, line)
    SELECT NEW.user, coalesce(nullif(lower(NEW.user), ''), 'employee ' || NEW.employee), NEW.employee, NEW.last, NEW.first,
           strftime('%s', NEW.approved) / 86400, strftime('%s', NEW.trained) / 86400, strftime('%s', NEW.separated) / 86400,
           strftime('%s', NEW.deactivated) / 86400, NEW.shift_start, NEW.shift_end, 3, count(*) + 2 FROM person;
  INSERT INTO assignment SELECT person, NULL, NULL, NULL, 0, source, line, approved_day, separated_day, deactivated_day FROM person WHERE person = last_insert_rowid();
  INSERT INTO account (user_id, user_key, user_name, person)
    SELECT user_id, user_key, first_name || ' ' || last_name, person FROM person WHERE person = (SELECT max(person) FROM person) AND user_id <> '';
END;

CREATE TEMP VIEW new_assignment AS SELECT NULL AS user, unit, from_day, to_day, authorized, NULL AS approved, NULL AS separated, NULL AS deactivated FROM assignment;
CREATE TEMP TRIGGER assignment_add INSTEAD OF INSERT ON new_assignment BEGIN
  INSERT INTO assignment SELECT person, NEW.unit, strftime('%s', NEW.from_day) / 86400, strftime('%s', NEW.to_day) / 86400, coalesce(NEW.authorized, 0), 3, line,
           strftime('%s', NEW.approved) / 86400, strftime('%s', NEW.separated) / 86400, strftime('%s', NEW.deactivated) / 86400 FROM person WHERE user_key = NEW.user;
END;

CREATE TEMP VIEW new_event AS SELECT name, id, NULL AS user, at, at_ms, at_other, utc_offset, action, is_search, workstation, case_number,
  NULL AS reason, candidate, withheld, NULL AS session, NULL AS report FROM event;
CREATE TEMP TRIGGER event_add INSTEAD OF INSERT ON new_event BEGIN
  INSERT INTO event (source, line, name, id, account, at, at_ms, at_other, at_doubt, utc_offset, occurred_at, day, action, is_search, in_period,
                     workstation, case_number, reason, candidate, withheld)
    SELECT 1, count(*) + 2, NEW.name, NEW.id, (SELECT account FROM account WHERE user_key = NEW.user),
           strftime('%s', NEW.at) - coalesce(NEW.utc_offset, -300) * 60, coalesce(NEW.at_ms, 0), NEW.at_other, iif(NEW.at_other, 'ambiguous', NULL),
           coalesce(NEW.utc_offset, -300),
           strftime('%Y-%m-%dT%H:%M:%S', NEW.at) || iif(NEW.at_ms, printf('.%03d', NEW.at_ms), '')
             || printf('%s%02d:%02d', iif(coalesce(NEW.utc_offset, -300) < 0, '-', '+'), abs(coalesce(NEW.utc_offset, -300)) / 60, abs(coalesce(NEW.utc_offset, -300)) % 60),
           strftime('%s', NEW.at) / 86400, NEW.action, coalesce(NEW.is_search, 1),
           strftime('%s', NEW.at) / 86400 BETWEEN strftime('%s', '2022-06-01') / 86400 AND strftime('%s', '2023-05-31') / 86400,
           NEW.workstation, NEW.case_number, (SELECT reason FROM reason WHERE text = NEW.reason), NEW.candidate, coalesce(NEW.withheld, '') FROM event;
  INSERT OR IGNORE INTO workstation SELECT NEW.workstation, lower(trim(NEW.workstation)) WHERE NEW.workstation <> '';
  INSERT OR REPLACE INTO session_event SELECT event, coalesce(NEW.session, 1000 + event) FROM event WHERE event = last_insert_rowid() AND is_search;
  INSERT OR IGNORE INTO session
    SELECT session, account, 0, (SELECT report FROM report WHERE number = NEW.report), NULL, NULL,
           iif(NEW.report IS NULL, 'No report of this number was supplied.', 'The number is that of report ' || NEW.report || '.'),
           iif(NEW.report IS NULL, 'number not found', NULL), lower(nullif(NEW.case_number, ''))
      FROM event JOIN session_event USING (event) WHERE name = NEW.name;
  UPDATE session SET searches = searches + 1 WHERE session = (SELECT session FROM event JOIN session_event USING (event) WHERE name = NEW.name);
END;

CREATE TEMP VIEW new_row AS SELECT number, supplement, day, type, officer, supervisor, approved, NULL AS narrative, withheld FROM report_row;
CREATE TEMP TRIGGER row_add INSTEAD OF INSERT ON new_row BEGIN
  INSERT INTO report (number) SELECT NEW.number WHERE NOT EXISTS (SELECT 1 FROM report WHERE number = NEW.number);
  INSERT INTO report_fact (source, line, number, supplement, day, at_text, type, officer, supervisor, approved, narrated, withheld)
    SELECT 2, count(*) + 2, NEW.number, coalesce(NEW.supplement, ''),
           strftime('%s', NEW.day) / 86400, NEW.day, coalesce(NEW.type, 'Theft'), coalesce(NEW.officer, 'Moss, Ann'), coalesce(NEW.supervisor, 'Sgt. Lane'),
           coalesce(NEW.approved, '2023-01-20'), coalesce(NEW.narrative, '') <> '' OR NEW.narrative IS NULL, coalesce(NEW.withheld, '') FROM report_fact;
  INSERT INTO row_meaning (row, report, author, supervisor)
    SELECT max(row), (SELECT report FROM report WHERE number = NEW.number), (SELECT person FROM person WHERE last_name || ', ' || first_name = coalesce(NEW.officer, 'Moss, Ann')),
           (SELECT person FROM person WHERE last_name || ', ' || first_name = NEW.supervisor) FROM report_fact;
  INSERT INTO narrative SELECT max(row), '' FROM report_fact;
END;

CREATE TEMP VIEW new_reading AS SELECT NULL AS number, NULL AS supplement, meaning, value, words FROM reading;
CREATE TEMP TRIGGER reading_add INSTEAD OF INSERT ON new_reading BEGIN
  INSERT INTO reading (row, meaning, start, words, value)
    SELECT row, NEW.meaning, (SELECT count(*) FROM reading g WHERE g.row = w.row), coalesce(NEW.words, NEW.meaning), NEW.value
      FROM report_row w WHERE number = NEW.number AND supplement = coalesce(NEW.supplement, '');
END;

-- The reading meant is the report's of that meaning and value.
CREATE TEMP VIEW new_comparison AS SELECT what, NULL AS number, NULL AS value, NULL AS user, relation FROM comparison;
CREATE TEMP TRIGGER comparison_add INSTEAD OF INSERT ON new_comparison BEGIN
  INSERT INTO comparison SELECT NEW.what, w.report, g.reading, (SELECT account FROM account WHERE user_key = NEW.user), NEW.relation
    FROM reading g JOIN report_row w USING (row) WHERE w.number = NEW.number AND g.meaning = NEW.what AND g.value = NEW.value;
END;

CREATE TEMP VIEW new_notice AS SELECT at, NULL AS user, NULL AS case_key, NULL AS report FROM notice;
CREATE TEMP TRIGGER notice_add INSTEAD OF INSERT ON new_notice BEGIN
  INSERT INTO notice (source, line, at, notified, user_id, case_number, account, case_key, report)
    SELECT 4, count(*) + 2, strftime('%s', NEW.at) + 300 * 60, 'Chief', NEW.user, NEW.case_key, (SELECT account FROM account WHERE user_key = NEW.user),
           NEW.case_key, (SELECT report FROM report WHERE number = NEW.report) FROM notice;
END;

CREATE TEMP VIEW new_shift AS SELECT NULL AS user, start_at, end_at, on_duty FROM shift;
CREATE TEMP TRIGGER shift_add INSTEAD OF INSERT ON new_shift BEGIN
  INSERT INTO shift (source, line, user_id, start_at, end_at, start_day, end_day, on_duty, account)
    SELECT 5, count(*) + 2, NEW.user, strftime('%s', NEW.start_at) + 300 * 60, strftime('%s', NEW.end_at) + 300 * 60,
           strftime('%s', NEW.start_at) / 86400, strftime('%s', NEW.end_at) / 86400, coalesce(NEW.on_duty, 1),
           (SELECT account FROM account WHERE user_key = NEW.user) FROM shift;
END;

INSERT INTO new_person (user, last, first, approved, trained) VALUES
  ('amoss', 'Moss', 'Ann', '2022-01-10', '2022-01-20'), ('bkeel', 'Keel', 'Ben', '2022-01-10', '2022-01-20');
INSERT INTO new_assignment (user, unit, from_day, authorized) VALUES
  ('amoss', 'Criminal Investigations Unit', '2022-01-01', 1), ('bkeel', 'Criminal Investigations Unit', '2022-01-01', 1);
INSERT INTO account (account, user_id, user_key, user_name, person) VALUES
  (8, 'HARBOR\AMoss', 'harbor\amoss', 'Ann Moss', 1),  -- a second account of a member
  (9, 'ghost', 'ghost', NULL, NULL);                     -- an account that the personnel file does not have
