-- on:      pdf
-- shows:   rules
-- title:   Findings by clause
-- says:    Each test in the order of the directive: what the clause asks, how it was tested, what came of it, and the usual innocent
--          explanations to rule out first. The source column names the rows of the exports that a finding rests on.
-- page:    new
SELECT place, clause || '  ' || title AS heading, status,
       CASE status
         WHEN 'exceptions' THEN printf('%,d %s in %,d tested', exceptions, iif(exceptions = 1, 'exception', 'exceptions'), tested)
         WHEN 'compliant' THEN printf('No exceptions in %,d tested', tested)
         WHEN 'not tested' THEN 'Not tested: ' || why
         ELSE coalesce(nullif(why, ''), 'Not testable from records') END
       || coalesce('  ·  severity ' || severity, '') || coalesce('  ·  rule ' || rule, '') AS result,
       says AS "The clause asks", means AS "An exception is", iif(status = 'exceptions', innocent, NULL) AS "Rule out first",
       iif(status IN ('exceptions', 'compliant') AND why NOT GLOB '[0-9n]* exception*, [0-9]* tested.', why, NULL) AS "Note"
  FROM rule ORDER BY place
