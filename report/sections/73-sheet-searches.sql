-- on:      xlsx
-- shows:   sheet
-- title:   Searches
-- says:    Every search of the period, by time, with its purpose and the report it was linked to.
-- rest:    audit.db (view audit_search)
-- columns: text 18, moment 19, text 9, text 16, text 24, text 18, text 44, text 13, text 18, link 74, text 12, text 24, found 9, text 20, text 18, any 12, text 44, text 22,
--          text 12, text 14, text 16, text 18, text 11, text 14, any 9, text 24, any 9, link 0
WITH ordered AS MATERIALIZED (SELECT event FROM event WHERE is_search AND in_period ORDER BY at, at_ms, event LIMIT -1)
SELECT e.name AS Event, (e.at + e.utc_offset * 60) * 1000 + e.at_ms AS "Date and time",
       CASE e.utc_offset WHEN -240 THEN '-04:00' WHEN -300 THEN '-05:00' WHEN -360 THEN '-06:00' WHEN -420 THEN '-07:00' WHEN -480 THEN '-08:00'
            ELSE printf('%s%02d:%02d', iif(e.utc_offset < 0, '-', '+'), abs(e.utc_offset) / 60, abs(e.utc_offset) % 60) END AS "Offset",
       a.user_id AS User, coalesce(nullif(e.user_name, ''), a.user_name) AS "User name", e.case_number AS "Case number", r.text AS Reason,
       r.purpose AS Purpose, e.report_number AS Report, e.report_number,
       CASE WHEN e.report IS NULL THEN NULL WHEN e.use_row IS NULL THEN 'no' ELSE 'yes' END AS Documented, e.candidate AS "Candidate selected",
       e.name AS Findings, r.words AS "Words that decided", e.method AS "Link method", e.confidence AS "Confidence",
       e.why AS "Why this report", e.orphan_kind AS "Without a report", e.action AS Action, e.workstation AS Workstation, e.address AS Address,
       e.probe AS "Probe image", e.returned AS Returned, e.at_doubt AS "Time in doubt", e.session AS Session, s.path AS "Source file",
       e.line AS Line, e.name
  FROM ordered o CROSS JOIN event_linked e ON e.event = o.event CROSS JOIN source s ON s.source = e.source CROSS JOIN account a ON a.account = e.account
  LEFT JOIN reason r ON r.reason = e.reason
