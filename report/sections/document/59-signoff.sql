-- on:    pdf
-- shows: signoff
-- title: Sign-off
-- says:  This report was made by a program from the records named under Inputs and reconciliation. It lists indicators; whoever signs has read it, has had the
--        exceptions looked into by people who know the cases, and has kept the outcome with the findings.
SELECT 'Facial Recognition Administrator' AS role, 'conducted the audit of clause 32.6.9' AS does
UNION ALL SELECT 'Chief of Police or designee', 'received the audit'
