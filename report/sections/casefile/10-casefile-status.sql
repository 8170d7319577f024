-- on:    dossier-user dossier-report dossier-subject
-- shows: terms
SELECT 'Status' AS label, CASE (SELECT value FROM asked WHERE name = 'status')
         WHEN 'open' THEN 'An investigation is open since ' || (SELECT value FROM asked WHERE name = 'status_on') || '. Under Florida Statutes 112.533(2) a complaint and what is gathered on it are confidential until it is concluded or no longer active, and who takes part may not disclose it before. Counsel to confirm.'
         WHEN 'concluded' THEN 'The investigation was concluded on ' || (SELECT value FROM asked WHERE name = 'status_on') || '. Its confidentiality under Florida Statutes 112.533(2) has ended; what else is exempt is for the records clerk (faceaudit records), not for this file. Counsel to confirm.'
         ELSE 'No investigation was opened by whoever made this file. Whether Florida Statutes 112.533(2) covers it is for counsel; until then it is kept confidential.' END AS text
UNION ALL SELECT 'First known', (SELECT value FROM asked WHERE name = 'known_on') || coalesce(' to ' || (SELECT value FROM asked WHERE name = 'known_by'), ', to whom was not said')
         || '. The 180th day of 112.532(6) is ' || date((SELECT value FROM asked WHERE name = 'known_on'), '+180 days') || ', not counting tolling. Counsel to confirm.'
   WHERE (SELECT value FROM asked WHERE name = 'known_on') NOT NULL
UNION ALL SELECT 'First known', 'Not said (--known-on). The 180 days of 112.532(6) run from the day on which somebody who may open an investigation learned of the allegation; the day on which this audit is read may be that day.'
   WHERE (SELECT value FROM asked WHERE name = 'known_on') IS NULL
UNION ALL SELECT 'What this is', 'Material from records for whoever looks into it; not an investigative report, and no finding that anybody did wrong. The log shows accounts, not who sat at them.'
