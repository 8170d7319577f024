-- on:      xlsx
-- shows:   sheet
-- title:   Searches
-- columns: text 12, moment 19, text 9, text 16, text 24, text 18, text 44, text 13, text 20, text 24, text 18, text 11, text 18, any 11, text 44, text 22,
--          count 9, text 12, text 14, text 16, text 18, text 11, text 12, any 9, text 24, any 9
WITH documented AS (SELECT number FROM report WHERE use_row IS NOT NULL),
found AS (SELECT subject, count(*) AS findings FROM finding WHERE subject_kind = 'event' GROUP BY subject)
SELECT s.event AS Event, s.occurred_at AS "Date and time", substr(s.occurred_at, -6) AS "Offset", s.user_id AS User, s.user_name AS "User name",
       s.case_number AS "Case number", s.reason AS Reason, s.purpose AS Purpose, s.purpose_words AS "Words that decided",
       s.candidate_selected AS "Candidate selected", s.report_number AS Report,
       CASE WHEN s.report_number IS NULL THEN NULL WHEN d.number IS NULL THEN 'no' ELSE 'yes' END AS Documented,
       s.link_method AS "Link method", s.link_confidence AS "Confidence",
       s.link_reason AS "Why this report", s.orphan_kind AS "Without a report", coalesce(f.findings, 0) AS Findings, s.action AS Action,
       s.workstation AS Workstation, s.address AS Address, s.probe_image AS "Probe image", s.candidates_returned AS Returned,
       s.at_doubt AS "Time in doubt", s.session AS Session, s.source_file AS "Source file", s.source_line AS Line
  FROM audit_search s LEFT JOIN documented d ON d.number = s.report_number LEFT JOIN found f ON f.subject = s.event
 ORDER BY s.occurred_at, s.event
