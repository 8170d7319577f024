-- on:      xlsx
-- shows:   summary
-- columns: sign 9, text 18, text 45, text 18, count 9, count 9, count 9
SELECT status, clause, title,
       CASE status WHEN 'compliant' THEN 'no exceptions' WHEN 'not testable' THEN 'for a person' ELSE status END,
       iif(status IN ('compliant', 'exceptions', 'to be read'), exceptions, NULL),
       iif(status IN ('compliant', 'exceptions', 'to be read'), to_read, NULL), iif(status IN ('compliant', 'exceptions', 'to be read'), tested, NULL)
  FROM rule ORDER BY place
