-- on:      user
-- shows:   lines
-- title:   Reports their searches are linked to
-- empty:   None.
SELECT p.number, count(*) || iif(count(*) = 1, ' search, ', ' searches, ') || 'confidence ' || printf('%.2f', min(s.confidence)) || ', ' || min(s.method)
       || ': ' || group_concat(s.name, ', ')
  FROM search s JOIN account a USING (account) JOIN report p ON p.report = s.report
 WHERE a.owner = ?1 GROUP BY p.report ORDER BY min(s.at), p.number
