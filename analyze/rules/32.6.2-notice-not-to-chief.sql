-- rule:     notice-not-to-chief
-- clause:   32.6.2(3)
-- title:    It is the Chief or a designee who is notified
-- severity: low
-- subject:  event
-- examines: notified_search
-- needs:    chief_notifications, chief_notifications.who was notified, user_log.reason
-- tells:    searched for public health with notice to somebody other than the Chief
-- says:     For a threat to public health the Chief or designee is notified before the attempt.
-- means:    Every notification that counts for a public-health search says that it went to somebody who is by office,
--           by rank or by [agency] designees of audit.ini neither the Chief nor a designee, or that nobody was
--           reached.
-- innocent: The one who took the call is recorded, and passed it on; the designee is not named in audit.ini.
-- remedy:   Publish who the designees are, and have the form of the notification ask who was reached, how and when.

SELECT s.name AS subject, s.user_id, s.report_number, s.occurred_at, iif(n.entitled, 'not reached',
  n.notified) AS detail,
       s.who || ' searched for public health; the notification of '
         || strftime('%Y-%m-%d %H:%M', n.at + s.utc_offset * 60, 'unixepoch') || ' went to "' || n.notified || '"'
         || coalesce(' (' || nullif(n.method, '') || ')', '')
         || iif(n.entitled, ' and reached nobody.', ', who is by no record the Chief or a designee.') AS explanation,
       s.source, s.line, s.place || ' ' || n.source || ':' || n.line AS evidence
  FROM notified_search s JOIN notice_given n ON n.event = s.event AND n.place = 1
 WHERE NOT EXISTS (SELECT 1 FROM notice_given x WHERE x.event = s.event AND x.entitled AND x.reached);

-- otherwise:
SELECT 'does not apply' AS verdict, 'no notification counts for it, or one that may does not say who was notified' AS words
 WHERE ?1 NOT IN (SELECT event FROM notified_search)
UNION ALL SELECT 'does not fire', 'a notification went to "' || n.notified || '" (' || f.path || ':' || n.line || ')'
  FROM notice_given n JOIN source f USING (source) WHERE n.event = ?1 AND n.entitled AND n.reached;
