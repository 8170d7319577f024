-- rule:     chief-not-notified
-- clause:   32.6.2(3)
-- title:    The Chief is notified before a public-health search
-- severity: high
-- subject:  event
-- examines: health_to_notify
-- outside:  health_outside
-- needs:    chief_notifications, user_log.reason
-- tells:    searched for public health with no notice to the Chief before it on file
-- says:     For a threat to public health the Chief or designee is notified before the attempt.
-- means:    No notification in the 72 hours up to the search names its case (the linked report, else the number
--           cited) or, where the notification names no case, its user. One whose subject says something else (a
--           press inquiry, overtime, another crime) does not count; one whose subject is not understood does.
-- innocent: The Chief was told and nobody entered it; the notification bears another number of the same case or was
--           made by a partner.
-- remedy:   Give the on-call investigator a number for the Chief or designee at all hours, and enter the notification
--           before the search is run.
-- limit:    notice_hours 72: a notice of three days ago can still be of this search; an older one is of another

SELECT s.name AS subject, s.user_id, s.report_number, s.occurred_at,
       coalesce(s.report_number, nullif(s.case_number, ''), 'no case') AS detail,
       s.who || ' searched for public health ("' || s.reason_text
         || '"); no notification of the Chief or designee in the '
             || (SELECT notice_hours FROM threshold) || ' hours up to ' || substr(s.occurred_at, 1, 16) || ' names '
             || coalesce('report ' || s.report_number, 'case ' || nullif(s.case_number, ''), 'a case of this search')
             || ', nor this user without a case.'
             || coalesce(' The nearest is of '
                         || strftime('%Y-%m-%d %H:%M', n.at + s.utc_offset * 60, 'unixepoch') || ', '
                         || n.distance || '.', '')
             || coalesce(' One of ' || strftime('%Y-%m-%d %H:%M', o.at + s.utc_offset * 60, 'unixepoch') || ' '
                     || iif(o.case_key IS NULL, 'by this user', 'of this case') || ' is about "' || o.subject || '".', '')
         || coalesce((SELECT ' The last notification supplied is of ' || last_on || ', ' || days
                          || ' days before the last search that needs one: the file may end early.'
                            FROM notices_end WHERE s.at > last_at), '') AS explanation,
       s.source, s.line, s.place || coalesce(' ' || n.source || ':' || n.line, '') || coalesce(' ' || o.source || ':' || o.line, '')
         AS evidence
  FROM health_to_notify s LEFT JOIN nearest_notice n USING (event) LEFT JOIN notice_about_other o USING (event)
 WHERE NOT EXISTS (SELECT 1 FROM notice_for_search x WHERE x.event = s.event AND x.certain);

-- otherwise:
SELECT 'does not apply' AS verdict, words FROM event_outside WHERE event = ?1
UNION ALL SELECT 'not tested', 'the reason was not judged: ' || coalesce(purpose_doubt, 'none was exported')
  FROM search_unjudged WHERE event = ?1
UNION ALL SELECT 'does not apply', 'the purpose is ' || purpose || ', not health' FROM search_with_purpose
  WHERE event = ?1 AND purpose <> 'health'
UNION ALL SELECT 'not tested', 'the search is one ' || words FROM health_outside WHERE event = ?1
UNION ALL SELECT 'does not fire', 'a notification of '
                 || strftime('%Y-%m-%d %H:%M', n.at + s.utc_offset * 60, 'unixepoch') || ' names '
                 || iif(n.case_key IS NULL, 'no case and this user', 'the case ("' || n.case_number || '")') || ' ('
                 || f.path || ':' || n.line || ')'
  FROM search_for_health s JOIN notice_for_search n USING (event) JOIN source f ON f.source = n.source
 WHERE s.event = ?1 AND n.certain;
