-- on:      xlsx
-- shows:   sheet
-- title:   Matters
-- says:    What one person answers with one sentence, the worst first: rule out what is innocent, then choose a disposition, say why, who decided and when. It holds for all findings of the matter.
-- rest:    audit.db, view audit_matter
-- rows:    matter WHERE findings
-- columns: text 12, text 46, text 32, entry 15, entry 20, entry 11, entry 11, entry 11, entry 20, text 24, text 16, link 75, text 18, link 74, count 9, count 9,
--          text 20, day 12, day 12, text 26, count 9, text 30, link 72
SELECT m.severity AS Severity, m.sentence AS "What the records show", m.innocent AS "Rule out first", m.disposition AS Disposition, d.note AS Note,
       nullif(d.decided_by, '') AS By, d.decided_on AS "On", d.due AS Due, d.response AS Response,
       CASE WHEN m.state = 'changed' THEN 'changed since it was answered ("' || coalesce(x.disposition, '') || '"): answer again' WHEN m.state = 'conflict' THEN 'answers differ' ELSE m.state END
         || iif(m.second_reviewer, '; the administrator''s own account: for a second reviewer', '') AS State,
       m.user_id AS User, m.user_id, m.report_number AS Report, m.report_number, m.findings AS Findings, m.open AS "Still open",
       m.can_change AS "Still to be done", substr(m.first_at, 1, 10) AS "First day", substr(m.last_at, 1, 10) AS "Last day", m.kind AS Kind, m.rank AS "Order",
       m.matter_id AS Matter, m.matter_id
  FROM audit_matter m LEFT JOIN decision d ON d.id = m.matter_id AND m.state <> 'changed' LEFT JOIN decision x ON x.id = m.matter_id
 WHERE m.findings ORDER BY m.rank
