-- on:      xlsx
-- shows:   summary
-- columns: text 38, any 36, text 110
WITH use AS (
  SELECT EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports') AS reports, coalesce(sum(searches), 0) AS searches, count(*) FILTER (WHERE NOT withheld) AS accounts,
         coalesce(sum(linked), 0) AS linked, coalesce(sum(documented), 0) AS documented FROM searching_account)
SELECT 'Searches' AS "What", searches AS "Figure", 'in the period' FROM use
UNION ALL SELECT 'Accounts that searched', accounts, NULL FROM use
UNION ALL SELECT 'Searches linked to a report', iif(reports, linked, 'not tested'), NULL FROM use
UNION ALL SELECT 'Searches that a report documents', iif(reports, documented, 'not tested'), 'linked to a report of which a row says that facial recognition was used' FROM use
UNION ALL SELECT 'of them on weak links', iif(reports, (SELECT count(*) FROM documented_weakly), 'not tested'), 'links of which the program is less than 0.6 sure: faceaudit explain OUT review lists them' FROM use
UNION ALL SELECT 'Findings', coalesce(sum(findings), 0), 'A finding is an indicator, not a verdict.' FROM findings_of_user
UNION ALL SELECT * FROM (SELECT 'Findings of severity ' || severity, findings, NULL FROM findings_of_severity WHERE findings ORDER BY place)
UNION ALL SELECT 'Passages to be read', count(DISTINCT passage_id), 'Two readings do not agree on them: see the sheet To read.' FROM open_passage
UNION ALL SELECT 'Reports of a use with words never tried', untried, printf('of %,d: words near the use on which this program was never tried; read those first', reports) FROM wording WHERE reports
UNION ALL SELECT 'Tests with exceptions', count(*), NULL FROM rule WHERE status = 'exceptions'
UNION ALL SELECT 'Tests without exceptions', count(*), NULL FROM rule WHERE status = 'compliant'
UNION ALL SELECT 'Tests not made', count(*), 'An input is missing or could not be evaluated: see the sheet Clauses. Never counted as passed.' FROM rule WHERE status = 'not tested'
UNION ALL SELECT 'Clauses not testable from records', count(*), 'A person has to answer these.' FROM rule WHERE status = 'not testable'
UNION ALL SELECT 'Fingerprint of this audit', value, 'Answers written here are kept by the next run of this audit, and of no other.' FROM setting WHERE section = 'run' AND key = 'fingerprint'
UNION ALL SELECT 'Rows rejected', count(*), 'in none of the counts: see the sheet Rejected rows' FROM reject
