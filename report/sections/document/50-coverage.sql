-- on:      pdf html-method
-- shows:   table
-- title:   What the inputs cover
-- level:   2
-- says:    What lies outside the days that an input covers is not tested by the rules that need it. [coverage] in audit.ini overrides what was worked out.
-- columns: text 24, text 10, text 10, count 8, count 6, small 62
SELECT upper(substr(k.words, 1, 1)) || substr(k.words, 2) AS Input, coalesce(c.first_at, '–') AS "From", coalesce(c.last_at, '–') AS "To", printf('%.0f %%', 100 * c.share) AS "Of the days", c.gaps AS Gaps, c.note AS Note
  FROM audit_coverage c JOIN kind k USING (kind)
 ORDER BY CASE c.kind WHEN 'user_log' THEN 1 WHEN 'incident_reports' THEN 2 WHEN 'personnel' THEN 3 WHEN 'chief_notifications' THEN 4 ELSE 5 END
