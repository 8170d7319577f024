-- on:    pdf html-charts
-- shows: text
-- title: Leads and follow-up
-- level: 2
WITH acted AS (SELECT count(DISTINCT report) AS reports FROM comparison WHERE what = 'action' AND relation <> 'different')
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports') THEN 'Not known: no incident reports were supplied.'
            ELSE 'A candidate is a lead, never an identification: identity is confirmed by other means, and a supervisor reviews the case, before anyone acts on it. '
                 || CASE reports WHEN 0 THEN 'No report states an action on a candidate' WHEN 1 THEN 'One report states an action on a candidate'
                                 ELSE printf('%,d reports state an action on a candidate', reports) END || ' (arrest, warrant, contact, next of kin).' END AS text
  FROM acted
