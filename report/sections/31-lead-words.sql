-- on:    pdf html-charts
-- shows: text
-- title: Leads and follow-up
-- level: 2
WITH documented AS MATERIALIZED (SELECT report FROM documented_report),
said AS (
  SELECT w.report, max(g.meaning = 'candidate') AS candidate, max(g.meaning = 'corroborated') AS corroborated
    FROM documented d JOIN report_row w USING (report) JOIN reading g USING (row) GROUP BY w.report),
sums AS (SELECT count(*) AS uses, coalesce(sum(candidate), 0) AS leads, coalesce(sum(candidate AND corroborated), 0) AS confirmed FROM said),
acted AS (SELECT count(DISTINCT report) AS reports FROM comparison WHERE what = 'action' AND relation <> 'different')
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM source WHERE kind = 'incident_reports') THEN 'Not known: no incident reports were supplied.'
            WHEN uses = 0 THEN 'No report says that facial recognition was used.'
            ELSE printf('%,d %s a use; %,d of them %s a candidate. A candidate is a lead, never an identification: %,d of the %,d tell how identity was confirmed by other means. An action on a candidate (arrest, warrant, contact, next of kin) is told in %,d.',
                        uses, iif(uses = 1, 'report documents', 'reports document'), leads, iif(leads = 1, 'states', 'state'), confirmed, leads, reports) END AS text
  FROM sums, acted
