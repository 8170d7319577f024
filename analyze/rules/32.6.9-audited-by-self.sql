-- rule:     audited-by-self
-- clause:   32.6.9
-- title:    The administrator's own use is audited by another
-- severity: info
-- subject:  user
-- examines: administrator_account
-- needs:    user_log
-- matter:   account audit
-- tells:    searched, and is the account of the administrator who audits
-- says:     The Facial Recognition Administrator audits yearly that the system was used only by authorised members for
--           authorised uses.
-- means:    The account of the one whom [agency] administrator of audit.ini names searched in the period: nobody audits
--           oneself.
-- innocent: Somebody else goes through these searches; the administrator changed within the year; a test of the
--           system.
-- remedy:   Name somebody outside the unit who goes through the administrator's own searches, and say so in the audit.

SELECT a.user_id AS subject, a.user_id, NULL AS report_number, v.occurred_at,
       a.searches || iif(a.searches = 1, ' search', ' searches') AS detail,
       v.who || ' is the administrator''s by audit.ini and made ' || a.searches
         || iif(a.searches = 1, ' search', ' searches') || ' of the period; the first is of ' || v.on_date
         || '.' AS explanation,
       v.source, v.line, v.place AS evidence
  FROM administrator_account a
  JOIN search v ON v.event = (SELECT s.event FROM session_activity s WHERE s.account = a.account
                               ORDER BY s.first_at, s.event LIMIT 1)
 WHERE a.searches;

-- otherwise:
SELECT iif(EXISTS (SELECT 1 FROM setting WHERE section = 'agency' AND key = 'administrator'), 'does not apply',
           'not tested') AS verdict,
       iif(EXISTS (SELECT 1 FROM setting WHERE section = 'agency' AND key = 'administrator'),
           'the account is not the administrator''s', 'audit.ini names no administrator') AS words
 WHERE ?1 NOT NULL AND NOT EXISTS (SELECT 1 FROM administrator_account WHERE owner = ?1)
UNION ALL SELECT 'does not fire', 'the administrator did not search' FROM administrator_account
 WHERE owner = ?1 AND NOT searches;
