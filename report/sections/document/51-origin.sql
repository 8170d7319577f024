-- on:      pdf html-method
-- shows:   table
-- title:   Where the inputs come from
-- level:   2
-- says:    As [provenance] of audit.ini says; nobody but the agency knows it.
-- columns: text 24, text 20, text 14, text 22, text 40
WITH told AS (
  SELECT k.kind, k.words,
         (SELECT value FROM setting WHERE section = 'provenance' AND key = k.kind || '_by') AS by, (SELECT value FROM setting WHERE section = 'provenance' AND key = k.kind || '_on') AS made_on,
         (SELECT value FROM setting WHERE section = 'provenance' AND key = k.kind || '_system') AS system, (SELECT value FROM setting WHERE section = 'provenance' AND key = k.kind || '_query') AS query
    FROM coverage_kind c JOIN kind k USING (kind) WHERE c.by <> 'not supplied')
SELECT upper(substr(words, 1, 1)) || substr(words, 2) AS Input,
       coalesce(by, iif(coalesce(made_on, system, query) IS NULL, 'origin not stated', 'not stated')) AS "Exported by", coalesce(made_on, '–') AS "On", coalesce(system, '–') AS "From the system", coalesce(query, '–') AS "With the query"
  FROM told
 UNION ALL
SELECT 'Difference of the clocks of log and duty system', value, '–', '–', '–' FROM setting WHERE section = 'provenance' AND key = 'clock_difference'
