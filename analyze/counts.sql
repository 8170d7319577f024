-- The steps of documentation: what reports lack is known when the rules are done.
INSERT INTO tally
  SELECT 'lacking', coalesce(detail, ''), count(*) FROM finding_row WHERE place = (SELECT place FROM rule WHERE rule = 'incomplete-report') GROUP BY 2;
INSERT INTO tally
  SELECT 'incomplete', NULL, coalesce(sum(b.searches), 0)
    FROM report_brief b JOIN report p USING (report)
   WHERE b.searches AND p.use_row NOT NULL
     AND p.number IN (SELECT subject FROM finding_row WHERE place = (SELECT place FROM rule WHERE rule = 'incomplete-report'));
INSERT INTO tally
  SELECT iif(b.unread, 'unread', 'silent'), NULL, sum(b.searches)
    FROM report_brief b JOIN report p USING (report) WHERE b.searches AND p.use_row IS NULL GROUP BY b.unread;
