-- clause:   32.6.5(1)
-- title:    Nothing is passed to unauthorised people
-- says:     No sharing or passing of information to unauthorised people.
-- means:    To whom a result was passed, no record here shows: the log would have to export each print, download and
--           e-mail with its recipient.
-- remedy:   Ask the host to log each print, download and e-mail with its recipient.

-- found:
SELECT iif(count(*) = 0, 'The log has no other actions than searches.',
           'The log has ' || sum(rows) || ' rows of other actions than searches ('
             || group_concat(action || ' ' || rows, ', ') || ').')
  FROM (SELECT upper(trim(action)) AS action, count(*) AS rows FROM activity WHERE NOT is_search AND action <> ''
         GROUP BY 1 ORDER BY 2 DESC, 1);
