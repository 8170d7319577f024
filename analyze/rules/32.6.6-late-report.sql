-- rule:     late-report
-- clause:   32.6.6
-- title:    A use is written up soon
-- severity: low
-- subject:  report
-- examines: dated_use
-- needs:    incident_reports, incident_reports.narrative, incident_reports.reported at |
--           incident_reports.date
-- tells:    is dated late ({})
-- says:     Every use is documented in an incident report.
-- means:    The first row that tells of the use is dated more than 14 days after the last search that is linked to the
--           report.
-- innocent: The row bears the day of its approval; an earlier row tells of the use in words that were not read; the
--           officer was away.
-- remedy:   Set a day by which a search must be written up, and send each user a weekly list of searches that no report
--           tells of.
-- limit:    late_report_days 14: half of all reports are approved within five days; a report of two weeks later is
--           written from memory

SELECT number AS subject, user_id, number AS report_number, occurred_at, (use_day - last_day) || ' days' AS detail,
       'Report ' || number || ' tells of the use in a row of ' || date(use_day * 86400, 'unixepoch') || ', '
         || (use_day - last_day) || ' days after the last search that is linked to it, of '
         || date(last_day * 86400, 'unixepoch') || '.' AS explanation,
       source, line, place || ' ' || (SELECT e.source || ':' || e.line FROM event e WHERE e.event = dated_use.event)
         AS evidence
  FROM dated_use WHERE use_day - last_day > (SELECT late_report_days FROM threshold);

-- otherwise:
SELECT verdict, words FROM report_outside WHERE report = ?1
UNION ALL SELECT 'does not apply', 'no search is linked to it' FROM documented_report
 WHERE report = ?1 AND report NOT IN (SELECT report FROM linked_use)
UNION ALL SELECT 'not tested', 'the row that tells of the use bears no date' FROM linked_use
 WHERE report = ?1 AND use_day IS NULL
UNION ALL SELECT 'does not fire', 'the row that tells of the use is of ' || date(use_day * 86400, 'unixepoch')
                 || ', the last search linked to it of ' || date(last_day * 86400, 'unixepoch') || '; up to '
                 || (SELECT late_report_days FROM threshold) || ' days later do not count'
  FROM dated_use WHERE report = ?1;
