-- on:      html
-- shows:   what a row of an export says: a line for each column that is not NULL
SELECT iif(e.is_search, e.name, NULL) AS Search, iif(e.is_search, NULL, e.name) AS "Log row",
       strftime('%Y-%m-%d %H:%M:%S', e.at + e.utc_offset * 60, 'unixepoch') AS "Time", nullif(e.action, '') AS Action,
       a.user_id || coalesce(', ' || coalesce(nullif(e.user_name, ''), a.user_name), '') AS User,
       iif(e.workstation_withheld, '(withheld)', nullif(e.workstation, '')) AS Workstation,
       iif(e.case_withheld, '(withheld)', iif(e.case_number = '', '(empty)', e.case_number)) AS "Case number",
       iif(e.reason_withheld, '(withheld)', coalesce(nullif(r.text, ''), '(empty)')) AS Reason,
       r.purpose || coalesce(', by the words "' || nullif(r.words, '') || '"', '') AS Purpose,
       iif(e.probe_withheld, '(withheld)', nullif(e.probe, '')) AS "Probe image",
       iif(e.candidate_withheld, '(withheld)', nullif(e.candidate, '')) AS Candidate,
       CASE WHEN e.report NOT NULL THEN 'report ' || e.report_number || ', by ' || e.method || ', confidence ' || printf('%.2f', e.confidence)
            ELSE 'no report' || coalesce(': ' || e.orphan_kind, '') END AS Link, nullif(e.link_why, '') AS "Link reason"
  FROM event_linked e JOIN account a ON a.account = e.account LEFT JOIN reason r ON r.reason = e.reason WHERE e.event = ?1
