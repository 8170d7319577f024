-- on:    xlsx
-- shows: words
SELECT account, user_id, nullif(user_name, '') AS user_name FROM account
