-- on:      xlsx
-- shows:   sheet
-- title:   Searches
-- says:    Every search of the period, by time, with its purpose and the report it was linked to.
-- rest:    audit.db (view audit_search)
-- columns: text 18, moment 19, offset 9, text 16 account.user_id, text 24 account.user_name, text 18, text 44 reason.text, text 13 reason.purpose,
--          text 18 report.number, link 74 report.number, text 12, text 24, found 9, text 20 reason.words, text 18 phrase.method, any 12 phrase.confidence,
--          text 44 phrase.why, slot, slot 0 report.number, text 22 phrase.orphan_kind, text 12, text 14, text 16, text 18, text 11, text 14, any 9,
--          text 24 source.path, any 9, link 0
WITH ordered AS NOT MATERIALIZED (SELECT event FROM event WHERE is_search AND in_period ORDER BY at, at_ms, event LIMIT -1)
SELECT e.name AS Event, (e.at + e.utc_offset * 60) * 1000 + e.at_ms AS "Date and time", e.utc_offset AS "Offset",
       e.account AS User, iif(e.user_name <> '', e.user_name, e.account) AS "User name", e.case_number AS "Case number", e.reason AS Reason,
       e.reason AS Purpose, v.report AS Report, v.report,
       CASE WHEN v.report IS NULL THEN NULL WHEN v.use_row IS NULL THEN 'no' ELSE 'yes' END AS Documented, e.candidate AS "Candidate selected",
       e.name AS Findings, e.reason AS "Words that decided", v.phrase AS "Link method", v.phrase AS "Confidence",
       v.phrase AS "Why this report", coalesce(v.cited, e.case_number), v.report, v.phrase AS "Without a report", e.action AS Action,
       e.workstation AS Workstation, e.address AS Address, e.probe AS "Probe image", e.returned AS Returned, e.at_doubt AS "Time in doubt",
       v.session AS Session, e.source AS "Source file", e.line AS Line, e.name
  FROM ordered o CROSS JOIN event e ON e.event = o.event CROSS JOIN event_brief v ON v.event = o.event
