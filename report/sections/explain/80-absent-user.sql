-- on:      absent-user
-- shows:   facts
-- title:   Why a user is not in a view that rules examine
SELECT 'separated_person' AS view, iif(?1 < 0, 'not tested', 'does not apply') AS verdict, iif(?1 < 0, 'the account is not matched to the personnel file', 'the personnel file gives no separation') AS words
UNION ALL SELECT 'account_with_workstation', 'not tested', 'no row of this account in the period states a workstation'
UNION ALL SELECT 'account_with_candidate', 'does not apply', 'no search of this account selected a candidate (or the log withholds them)'
