-- on:      user
-- shows:   lines
-- title:   Findings by rule
-- empty:   No finding bears this user's name.
SELECT f.rule, count(*) || ' (' || r.clause || ', ' || f.severity || ')' FROM finding f JOIN rule r USING (place)
 WHERE lower(f.user_id) IN (SELECT lower(user_id) FROM account WHERE owner = ?1 UNION SELECT lower(user_id) FROM person WHERE person = ?1)
 GROUP BY f.place ORDER BY f.place
