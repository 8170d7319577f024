-- Where the log does not reach the days of a report's search, a search that it lacks says nothing.
-- expect: 23-1
-- expect: 22-1

INSERT INTO coverage_kind VALUES ('user_log', 'rows', strftime('%s', '2022-06-01') / 86400, strftime('%s', '2023-02-28') / 86400, 3, 273, 0, '');
INSERT INTO coverage (kind, from_day, to_day) VALUES ('user_log', strftime('%s', '2022-06-01') / 86400, strftime('%s', '2023-02-28') / 86400);
INSERT INTO new_row (number, day) VALUES ('22-1', '2022-06-02'), ('23-1', '2023-02-14'), ('23-2', '2023-02-15'), ('23-3', '2023-03-01'), ('23-4', '2023-05-01');
INSERT INTO new_reading (number, meaning) VALUES ('22-1', 'use');                     -- breaks: the days before the period ask for no log
INSERT INTO new_reading (number, meaning) VALUES ('23-1', 'use');                     -- breaks: the log reaches fourteen days on
INSERT INTO new_reading (number, meaning) VALUES ('23-2', 'use');                     -- near miss: its search may be of the day after the log's last
INSERT INTO new_reading (number, meaning) VALUES ('23-3', 'use'), ('23-4', 'use');    -- near miss: after the log ends
