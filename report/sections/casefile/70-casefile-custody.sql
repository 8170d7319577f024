-- on:    dossier-user dossier-report dossier-subject
-- shows: table
-- title: Custody
-- level: 2
-- says:  The files as they were read, by their SHA-256; who exported them, as [provenance] of audit.ini says. faceaudit verify holds them against the manifest; faceaudit verify --reperform makes the audit again, byte by byte. Later openings of this file:
--        keep a log of them.
-- columns: text 28, count 10, small 46, text 36
SELECT s.path AS File, s.bytes AS Bytes, s.sha256 AS "SHA-256", coalesce((SELECT 'by ' || value FROM setting WHERE section = 'provenance' AND key = s.kind || '_by'), 'origin not stated')
       || coalesce((SELECT ', ' || value FROM setting WHERE section = 'provenance' AND key = s.kind || '_on'), '') AS "Exported" FROM source s ORDER BY s.source
