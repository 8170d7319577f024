-- on:      html
-- shows:   what a row of an export says: a line for each column that is not NULL
SELECT x.number || coalesce(', supplement ' || nullif(x.supplement, ''), '') AS Report, nullif(x.cad, '') AS "CAD event",
       replace(substr(x.at_text, 1, 19), 'T', ' ') AS Dated, iif(x.type_withheld, '(withheld)', nullif(x.type, '')) AS Type, nullif(x.status, '') AS Status,
       iif(x.officer_withheld, '(withheld)', nullif(coalesce(x.officer, '') || coalesce(' ' || x.officer_id, ''), '')) AS Officer,
       iif(x.supervisor_withheld, '(withheld)', iif(x.supervisor = '', '(empty)', x.supervisor)) AS Supervisor,
       iif(x.approved_withheld, '(withheld)', iif(x.approved = '', '(empty)', x.approved)) AS Approved,
       iif(x.narrative_withheld, '(withheld)', iif(length(y.text) > 600, substr(y.text, 1, 600) || '… (' || (length(y.text) - 600) || ' more characters)', nullif(y.text, '')))
         AS Narrative
  FROM report_fact x LEFT JOIN narrative y USING (row) WHERE x.row = ?1
