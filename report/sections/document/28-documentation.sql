-- on:    pdf html-charts
-- shows: text
-- title: How well it was documented
-- level: 2
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports')
         THEN 'Not known: no incident reports were supplied, so no search could be held against one.'
       WHEN NOT EXISTS (SELECT 1 FROM day_activity WHERE in_period AND searches) THEN 'No search was made in the period.'
       ELSE 'The directive asks for an incident report of every use, with its type, reason, officer, result and, where somebody is identified, the name. Each search stands on one step of the ladder; the steps add up to all searches.'
         || (SELECT iif(count(*), printf(' Of the %,d documented, %,d stand on weak links, of which the program is less than 0.6 sure.', (SELECT sum(documented) FROM searching_account), count(*)), '')
               FROM documented_weakly) END AS text
