-- on:      pdf
-- shows:   text
-- title:   Rules as run
-- level:   2
SELECT count(*) || ' cards, ' || sum(own) || ' of them the agency''s own. What each needs, and its text, is in the sheet Rules of audit.xlsx and in '
       || 'audit.db. The SHA-256 of their texts together is ' || coalesce((SELECT value FROM setting WHERE section = 'run' AND key = 'rules_sha256'), 'not stored')
       || ', as the manifest has it.' FROM rule
