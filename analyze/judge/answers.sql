-- The answer that stands to each id: the last one that its giver did not replace, where all of them agree.

DELETE FROM decision;
INSERT OR REPLACE INTO decision (id, disposition, note, decided_by, decided_on, due, response, covers, source, line)
  SELECT id, disposition, note, decided_by, decided_on, due, response, covers, source, line FROM disposition_said
   WHERE NOT superseded AND id NOT IN (SELECT id FROM disposition_conflict) ORDER BY source, line;

DELETE FROM source_note WHERE text LIKE 'The answers under the id %';
INSERT INTO source_note (source, line, text)
  SELECT max(source), max(line),
         'The answers under the id ' || id || ' are a conflict: '
         || group_concat('"' || disposition || '" by ' || coalesce(nullif(decided_by, ''), 'somebody (not said who)'),
             ', ')
         || '. None is used, and it stays open, until they agree.'
    FROM (SELECT * FROM disposition_said WHERE NOT superseded ORDER BY source, line)
   WHERE id IN (SELECT id FROM disposition_conflict) GROUP BY id;
