-- on:    dossier-subject
-- shows: table
-- title: Was this person searched for?
-- level: 2
-- says:  Every search of the period that selected a name that may be this one, and every search whose report names it as a candidate. A name is not a person: others may bear it.
-- columns: moment 18, text 18, text 14, text 26, text 24, text 16, text 24
-- empty: No search of the period selected this name, and no report of a search names it. What the log withholds, and what outside the period, cannot be seen here.
SELECT substr(s.occurred_at, 1, 16) AS "When", s.log_row AS "Row of the log", coalesce(s.user_id, '(withheld)') AS Account, coalesce(s.reason_text, '') AS "Reason given",
       coalesce(s.candidate, '(none)') || CASE (SELECT partly FROM subject_name n WHERE n.name = s.candidate) WHEN 0 THEN '' WHEN 1 THEN ' (says less than the name asked for)' ELSE ' (named in the report)' END AS "Name selected",
       coalesce(s.report_number, '(none)') AS Report, coalesce(s.use_place, '') AS "Row of the report"
  FROM scope_search s ORDER BY s.at
