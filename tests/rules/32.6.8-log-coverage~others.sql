-- The log reaches as far as its rows, another agency's too: the days between such a row and the agency's own first are silent.
-- expect: silent from 2022-06-03 | 28 days

INSERT INTO coverage_kind VALUES ('user_log', 'rows', strftime('%s', '2022-06-02') / 86400, strftime('%s', '2023-05-31') / 86400, 3, 300, 1, '');
INSERT INTO coverage (kind, from_day, to_day) VALUES ('user_log', strftime('%s', '2022-07-01') / 86400, strftime('%s', '2023-05-31') / 86400);
INSERT INTO other_event SELECT 900, account, strftime('%s', '2022-06-02') / 86400, 1, 90, NULL, 'Coast County Sheriff' FROM account LIMIT 1;
INSERT INTO other_event SELECT 901, account, strftime('%s', '2023-05-30') / 86400, 1, 91, NULL, 'Coast County Sheriff' FROM account LIMIT 1;
INSERT INTO new_event (name, user, at) VALUES ('e1', 'amoss', '2022-07-01 10:00:00'), ('e2', 'amoss', '2023-05-20 10:00:00');  -- near miss: they alone would begin late and end early
INSERT INTO coverage (kind, from_day, to_day) VALUES ('user_log', strftime('%s', '2022-06-01') / 86400, strftime('%s', '2022-06-02') / 86400);  -- breaks: silent from then on
