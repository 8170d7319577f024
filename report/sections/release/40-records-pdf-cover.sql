-- on:    records-pdf
-- shows: table
-- title:   Cover
-- says:    What was asked for, what was searched, what is released.
-- columns: text 34, text 100
SELECT 'Agency' AS What, (SELECT value FROM setting WHERE section = 'agency' AND key = 'name') AS "In words"
UNION ALL SELECT 'Request', coalesce((SELECT value FROM asked WHERE name = 'request'), 'no number was given')
UNION ALL SELECT 'Released on', (SELECT value FROM asked WHERE name = 'day')
UNION ALL SELECT 'Searched', 'the user log of the facial recognition system, ' || (SELECT value FROM setting WHERE section = 'period' AND key = 'from') || ' to ' || (SELECT value FROM setting WHERE section = 'period' AND key = 'to')
       || coalesce(', from ' || (SELECT value FROM asked WHERE name = 'from'), '') || coalesce(' to ' || (SELECT value FROM asked WHERE name = 'to'), '')
       || coalesce(', of the account ' || (SELECT value FROM asked WHERE name = 'user_words'), '') || coalesce(', of report ' || (SELECT value FROM asked WHERE name = 'report_words'), '')
UNION ALL SELECT 'Searches', printf('%,d', (SELECT count(*) FROM release_search))
UNION ALL SELECT 'Cells released', printf('%,d', count(*)) FROM release_cell WHERE part = 0 AND outcome = 'released'
UNION ALL SELECT 'Cells withheld, ' || cite, printf('%,d', count(*)) FROM release_cell WHERE outcome = 'withheld' GROUP BY cite
UNION ALL SELECT 'Cells waiting for a person', printf('%,d, marked [review]', count(*)) FROM release_cell WHERE outcome = 'person'
UNION ALL SELECT 'Withheld by the source', printf('%,d, no exemption of this agency', count(*)) FROM release_cell WHERE outcome = 'source'
UNION ALL SELECT 'Columns not exported', (SELECT group_concat(c.column1, ', ') FROM (VALUES ('Agency'), ('Action'), ('Workstation'), ('Address'), ('Case number'), ('Reason'), ('Probe image'), ('Candidates returned'), ('Candidate selected'), ('Case status')) c
         WHERE NOT EXISTS (SELECT 1 FROM release_cell x WHERE x.column = c.column1 AND x.outcome <> 'blank') AND EXISTS (SELECT 1 FROM release_cell x WHERE x.column = c.column1))
UNION ALL SELECT 'Case statuses', 'as the records system had them' || coalesce(' on ' || (SELECT value FROM asked WHERE name = 'statuses_on'), ' on a day that was not stated')
       || iif(julianday((SELECT value FROM asked WHERE name = 'day')) - julianday((SELECT value FROM asked WHERE name = 'statuses_on')) > 30 OR (SELECT value FROM asked WHERE name = 'statuses_on') IS NULL,
              ': more than 30 days before this release, or not known: refresh them, since a case may have closed or reopened', '')
UNION ALL SELECT 'Where faces come from', CASE (SELECT value FROM asked WHERE name = 'gallery') WHEN 'booking' THEN 'booking photographs' WHEN 'dhsmv' THEN 'driver licence photographs: counsel has to say what holds for names (18 U.S.C. 2721)'
         ELSE 'not settled ([redactions] gallery): names are decided by the case alone' END
UNION ALL SELECT 'Cleared by arrest', CASE (SELECT value FROM asked WHERE name = 'arrest') WHEN 'ask' THEN 'a person decides, but for the one who was arrested' ELSE 'taken as ' || (SELECT value FROM asked WHERE name = 'arrest') END
UNION ALL SELECT 'Undercover staff', (SELECT value FROM asked WHERE name = 'undercover')
UNION ALL SELECT 'Table of exemptions', 'written on ' || (SELECT value FROM asked WHERE name = 'table') || coalesce('; not confirmed by counsel: ' || (SELECT value FROM asked WHERE name = 'unconfirmed'), '; every citation used was confirmed')
UNION ALL SELECT 'Since the last release', (SELECT value FROM asked WHERE name = 'since') WHERE (SELECT value FROM asked WHERE name = 'since') NOT NULL
UNION ALL SELECT 'Sealed or expunged', 'the data cannot show it: asked of the custodian before this release? ____'
