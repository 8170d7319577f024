-- on:      pdf
-- shows:   table
-- title:   Tests without exceptions, and what was not tested
-- level:   2
-- says:    What only a person can test stands on the last page, to be answered there.
-- columns: sign 3, small 13, text 38, small 70
SELECT r.status AS " ", r.clause AS Clause,
       r.title || CASE r.status WHEN 'compliant' THEN printf(': none of %,d %s', r.tested, w.unit || CASE WHEN r.tested = 1 THEN '' WHEN w.unit = 'search' THEN 'es' ELSE 's' END) ELSE ': not tested. ' || r.why END AS "What must hold, and the result",
       r.means || iif(r.status = 'compliant' AND r.why NOT GLOB '[nN]o exception*[0-9]* tested.', ' ' || r.why, '') || ' (' || r.rule || ', ' || r.severity || ')' AS "An exception would be"
  FROM rule r JOIN rule_words w USING (place) WHERE r.status IN ('compliant', 'not tested') ORDER BY r.place
