-- The steps of documentation: what reports lack is known when the rules are done.
INSERT INTO tally
  SELECT 'lacking', coalesce(detail, ''), count(*) FROM finding_row WHERE place = (SELECT place FROM rule WHERE rule = 'incomplete-report') GROUP BY 2;
INSERT INTO tally
  SELECT 'incomplete', NULL, coalesce(sum(searches), 0)
    FROM report p
   WHERE p.searches AND p.use_row NOT NULL
     AND p.number IN (SELECT subject FROM finding_row WHERE place = (SELECT place FROM rule WHERE rule = 'incomplete-report'));
INSERT INTO tally
  SELECT iif(unread, 'unread', 'silent'), NULL, sum(searches) FROM report WHERE searches AND use_row IS NULL GROUP BY unread;
