-- Adds to the runs of the log's ids those of rows that were rejected. What a rule makes of them is the rule's.

-- A rejected row is a run of one.
INSERT INTO log_run
  SELECT prefix, number, number, digits, source, line, source, line, NULL
    FROM (SELECT prefix, length(id) - length(prefix) AS digits, CAST(substr(id, length(prefix) + 1) AS INTEGER) AS number, source, line
            FROM (SELECT id, rtrim(id, '0123456789') AS prefix, source, line FROM reject WHERE id <> ''))
   WHERE digits BETWEEN 1 AND 18;
