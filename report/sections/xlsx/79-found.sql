-- on:    xlsx
-- shows: keys
SELECT iif(r.subject = 'event', f.subject, NULL) AS Searches, coalesce(f.report_number, iif(r.subject = 'report', f.subject, NULL)) AS Reports
  FROM finding_row f CROSS JOIN rule r ON r.place = f.place
