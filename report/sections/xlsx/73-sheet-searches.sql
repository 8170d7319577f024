-- on:      xlsx
-- shows:   sheet
-- title:   Searches
-- says:    Every search of the period, by time, with its purpose and the report it was linked to.
-- rest:    audit.db (view audit_search)
-- rows:    audit_search
-- columns: text 18, moment 19, text 9, text 16, text 24, text 18, text 44, text 13, text 18, link 74, text 12, text 24, count 9, text 20, text 18,
--          any 12, text 44, text 22, text 12, text 14, text 16, text 18, text 11, text 14, any 9, text 24, any 9, link 0
WITH found AS (SELECT subject, count(*) AS findings FROM audit_finding WHERE subject_kind = 'event' GROUP BY subject)
SELECT e.name AS Event, e.occurred_at AS "Date and time", substr(e.occurred_at, -6) AS "Offset", a.user_id AS User,
       coalesce(nullif(e.user_name, ''), a.user_name) AS "User name", e.case_number AS "Case number", r.text AS Reason, r.purpose AS Purpose,
       e.report_number AS Report, e.report_number,
       CASE WHEN e.report IS NULL THEN NULL WHEN e.use_row IS NULL THEN 'no' ELSE 'yes' END AS Documented, e.candidate AS "Candidate selected",
       coalesce(f.findings, 0) AS Findings, r.words AS "Words that decided", e.method AS "Link method", e.confidence AS "Confidence",
       e.link_why AS "Why this report", e.orphan_kind AS "Without a report", e.action AS Action, e.workstation AS Workstation, e.address AS Address,
       e.probe AS "Probe image", e.returned AS Returned, e.at_doubt AS "Time in doubt", e.session AS Session, s.path AS "Source file",
       e.line AS Line, e.name
  FROM event_linked e JOIN account a USING (account) JOIN source s USING (source) LEFT JOIN reason r USING (reason) LEFT JOIN found f ON f.subject = e.name
 WHERE e.is_search AND e.in_period ORDER BY e.at, e.at_ms, e.event
