-- on:      pdf
-- shows:   rules
SELECT r.place, r.clause || '  ' || r.title AS heading, r.status,
       CASE r.status WHEN 'exceptions' THEN printf('%,d of %,d %s', r.exceptions, r.tested, w.unit || CASE WHEN r.tested = 1 THEN '' WHEN w.unit = 'search' THEN 'es' ELSE 's' END)
                || iif(r.exceptions = 1, ' is an exception', ' are exceptions') || iif(w.matters < r.exceptions, printf(', in %,d %s', w.matters, iif(w.matters = 1, 'matter', 'matters')), '')
                || iif(w.answered, printf('; %,d answered, %,d open', w.answered, r.exceptions - w.answered), '')
                || coalesce((SELECT printf('; %,d unfounded, not listed', count(*)) FROM finding f WHERE f.place = r.place AND f.disposition = 'unfounded' HAVING count(*)), '') || iif(r.to_read, printf('; %,d more to be read by a person', r.to_read), '')
            ELSE printf('%,d to be read by a person; no exception so far', r.to_read) END
       || coalesce('  ·  severity ' || r.severity || coalesce(', ' || r.graver || ' where "' || r.graver_detail || '"', ''), '') || coalesce('  ·  rule ' || r.rule, '') AS result,
       r.says AS "The clause asks", r.means AS "An exception is", iif(r.status = 'exceptions', r.innocent, NULL) AS "Rule out first", iif(r.status = 'exceptions', r.remedy, NULL) AS "From now on",
       (SELECT words FROM trust t WHERE t.rule = r.rule) AS "How far to trust it",
       iif(r.status = 'exceptions' AND r.why NOT GLOB '[0-9n]* exception*, [0-9]* tested.' AND r.why NOT GLOB '[0-9]* exception*, [0-9]* tested. [0-9]* to be read.', r.why, NULL) AS "Note"
  FROM rule r JOIN rule_words w USING (place) WHERE r.status IN ('exceptions', 'to be read') ORDER BY r.place
