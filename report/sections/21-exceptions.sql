-- on:      rules
-- shows:   exceptions
-- columns: moment 15.5, text 12, text 13.5, text 45, small 19
-- most:    20
-- rest:    in findings.csv and in the sheet Findings of audit.xlsx
SELECT f.occurred_at AS Date, coalesce(f.user_id, iif(f.subject_kind = 'user', f.subject, '')) AS User,
       coalesce(f.report_number, iif(f.subject_kind = 'report', f.subject, '')) AS Report,
       f.explanation || coalesce(' [' || nullif(f.disposition, '') || ']', '') AS "What the records show",
       (SELECT group_concat(source_file || ':' || source_line, ' · ')
          FROM (SELECT s.path AS source_file, v.line AS source_line FROM evidence v JOIN source s USING (source)
                 WHERE v.finding_id = f.finding_id ORDER BY v.source, v.line LIMIT 6))
       || coalesce((SELECT iif(count(*) > 6, printf(' and %d more', count(*) - 6), '') FROM evidence v WHERE v.finding_id = f.finding_id), '') AS Source
  FROM finding f WHERE f.place = ?1 ORDER BY f.occurred_at, f.subject, f.finding_id
