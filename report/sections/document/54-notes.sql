-- on:      pdf page html-method
-- shows:   table
-- title:   Assumed or doubtful
-- level:   2
-- columns: small 22, small 84
-- most:    40
-- rest:    in the table source_note of audit.db
SELECT s.path || iif(n.line, ':' || n.line, '') AS Source, n.text AS Note FROM source_note n JOIN source s USING (source) WHERE n.text NOT GLOB '*: days above 12 come second.' ORDER BY n.source, n.line, n.note
