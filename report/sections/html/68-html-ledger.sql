-- on:      html
-- shows:   one row: the ledger as the run read it and the words of an answer, as JSON, for the page to add lines to
-- says:    1 stands in the place of a note that the page does not have: those of what was referred, and of what it belongs to. A ledger with columns of its own,
--          or with rows that could not be read, is not written again: the page gives the new lines alone.
WITH file AS (SELECT source, path, rejected FROM source WHERE kind = 'dispositions'),
whole AS (
  SELECT (SELECT count(*) FROM file) <= 1 AND NOT EXISTS (SELECT 1 FROM file WHERE rejected OR lower(path) NOT LIKE '%.csv' OR instr(path, '#'))
         AND NOT EXISTS (SELECT 1 FROM file JOIN source_column USING (source) WHERE role IS NULL) AS whole)
SELECT json_object(
         'whole', json(iif(w.whole, 'true', 'false')),
         'file', iif(w.whole, coalesce((SELECT replace(path, rtrim(path, replace(path, '/', '')), '') FROM file), 'dispositions.csv'), 'dispositions-new.csv'),
         'path', (SELECT path FROM file),
         'rows', json(iif(w.whole, (SELECT json_group_array(json_array(d.id, d.disposition, iif(d.note <> '' AND (d.disposition = 'referred' OR d.id IN (SELECT id FROM referred_id)), ?1, coalesce(d.note, '')),
           coalesce(d.decided_by, ''), coalesce(d.decided_on, ''), coalesce(d.due, ''), coalesce(d.response, ''), coalesce(d.covers, '')))
                                      FROM (SELECT * FROM disposition ORDER BY source, line) d), '[]')),
         'words', (SELECT json_group_object(about, json(words)) FROM (SELECT about, json_group_array(word) AS words FROM choice GROUP BY about))) AS ledger
  FROM whole w
