-- on:      pdf
-- shows:   rules
SELECT place, clause || '  ' || title AS heading, status,
       CASE status
         WHEN 'exceptions' THEN printf('%,d %s in %,d tested', exceptions, iif(exceptions = 1, 'exception', 'exceptions'), tested)
           || (SELECT iif(count(DISTINCT coalesce(matter, -finding)) < rule.exceptions, printf(', %,d %s', count(DISTINCT coalesce(matter, -finding)), iif(count(DISTINCT coalesce(matter, -finding)) = 1, 'matter', 'matters')), '') FROM finding_row f LEFT JOIN finding_matter USING (finding) WHERE f.place = rule.place)
         WHEN 'to be read' THEN printf('%,d to be read by a person; no exception so far', to_read)
         WHEN 'compliant' THEN printf('No exceptions in %,d tested', tested)
         WHEN 'not tested' THEN 'Not tested: ' || why
         ELSE coalesce(nullif(why, ''), 'Not testable from records') END
       || coalesce('  ·  severity ' || severity, '') || coalesce('  ·  rule ' || rule, '') AS result,
       (SELECT count(DISTINCT coalesce(matter, -finding)) FROM finding_row f LEFT JOIN finding_matter USING (finding) WHERE f.place = rule.place) AS matters,
       says AS "The clause asks", means AS "An exception is", iif(status = 'exceptions', innocent, NULL) AS "Rule out first",
       iif(status = 'exceptions', remedy, NULL) AS "So that it does not happen again",
       (SELECT words FROM trust t WHERE t.rule = rule.rule) AS "How far to trust it",
       iif(status IN ('exceptions', 'compliant') AND why NOT GLOB '[0-9n]* exception*, [0-9]* tested.', why, NULL) AS "Note"
  FROM rule ORDER BY place
