-- rule:     approver-not-entitled
-- clause:   32.6.11(1)
-- title:    The Chief or a designee gives the approval
-- severity: low
-- subject:  user
-- examines: approved_member
-- needs:    personnel, personnel.access approved, personnel.approved by
-- matter:   account access
-- tells:    has an approval by somebody who may not be entitled to give it
-- says:     New users need the approval of the Chief or designee.
-- means:    A member with an account in the log whose approval is dated and given by nobody, by the member,
--           or by somebody who is by rank neither the Chief (or assistant, deputy, acting, sheriff, director) nor among [agency]
--           designees of audit.ini.
-- innocent: The one who entered the approval is recorded, not the one who gave it; the designee is not named in
--           audit.ini; the approval was given for the whole unit.
-- remedy:   Use one form for access that only the Chief or a named designee signs, and name the designees in writing.

SELECT m.user_id AS subject, m.user_id, NULL AS report_number, m.approved_on AS occurred_at,
       CASE WHEN m.by = '' THEN 'nobody' WHEN m.self THEN 'the user' ELSE m.by END AS detail,
       'The account ' || m.who || iif(m.who <> m.user_id, ',', '') || ' was approved on ' || m.approved_on || ' by '
         || CASE WHEN m.by = '' THEN 'nobody whom the personnel file names.'
                 WHEN m.self THEN 'its owner ("' || m.by || '").'
                 ELSE '"' || m.by || '", whom neither a rank nor [agency] designees makes one who may approve.'
            END AS explanation,
       m.source, m.line, m.source || ':' || m.line AS evidence
  FROM approved_member m
 WHERE m.by = '' OR m.self OR NOT m.entitled;

-- otherwise:
SELECT 'does not apply' AS verdict, 'the personnel file gives no dated approval of an account of the log' AS words
 WHERE ?1 NOT IN (SELECT person FROM approved_member)
UNION ALL SELECT 'does not fire', 'approved by "' || m.by || '" (' || f.path || ':' || m.line || ')'
  FROM approved_member m JOIN source f USING (source) WHERE m.person = ?1;
