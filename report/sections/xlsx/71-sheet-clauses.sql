-- on:      xlsx
-- shows:   sheet
-- title:   Clauses
-- says:    Every clause: its result, how many were tested, what counts as an exception.
-- columns: text 20, text 46, text 14, count 11, count 11, count 11, text 44, text 11, text 26, text 60, text 60, text 60
SELECT clause AS Clause, title AS "What must hold",
       CASE status WHEN 'compliant' THEN 'no exceptions' ELSE status END AS Result,
       iif(status IN ('compliant', 'exceptions', 'to be read'), tested, NULL) AS Tested, iif(status IN ('compliant', 'exceptions', 'to be read'), exceptions, NULL) AS Exceptions,
       iif(status IN ('compliant', 'exceptions', 'to be read'), to_read, NULL) AS "To read",
       why AS Note, severity AS Severity, rule AS Rule, says AS "The clause asks", means AS "An exception is", innocent AS "Rule out first"
  FROM rule ORDER BY place
