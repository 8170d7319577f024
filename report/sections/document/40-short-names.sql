-- on:      pdf
-- shows:   table
-- title:   Short names of accounts
-- level:   2
-- says:    Ids of accounts that are too long for a column stand in the tables below by these short names; sentences, findings.csv and audit.xlsx have them whole.
-- columns: text 12, text 46, text 12, text 46
WITH named AS (
  SELECT short, user_id, row_number() OVER (ORDER BY short) - 1 AS turn FROM account_short
   WHERE short <> user_id AND user_key IN (SELECT lower(user_id) FROM findings_of_user WHERE user_id NOT NULL)),
half AS (SELECT (count(*) + 1) / 2 AS rows FROM named)
SELECT a.short AS Short, a.user_id AS Account, b.short AS "Short ", b.user_id AS "Account "
  FROM half JOIN named a ON a.turn < half.rows LEFT JOIN named b ON b.turn = a.turn + half.rows ORDER BY a.turn
