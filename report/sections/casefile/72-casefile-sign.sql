-- on:    dossier-user dossier-report
-- shows: signoff
-- title: Verification
-- level: 2
-- says:  Florida Statutes 112.533(1)(a) has whoever writes the investigative report verify it under 92.525. This file is an exhibit and verifies nothing: the lines are for that person.
SELECT 'Author of the investigative report' AS role, 'verification under section 92.525, Florida Statutes' AS does
