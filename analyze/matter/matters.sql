-- The matters, the worst first: by severity, then by how many independent things say so, then by what can still be changed; ties by id.

INSERT INTO matter (matter, matter_id, kind, severity, user_id, user_name, report_number, findings, passages, rules, can_change, first_at, last_at, open, sentence, innocent)
WITH each AS (
  SELECT s.matter_id, s.kind, s.findings, s.passages, s.first_at, s.last_at, s.passage, coalesce(w.severity, (SELECT max(place) FROM severity)) AS severity, w.place, w.finding,
         coalesce(w.user_id, s.user_id) AS user_id, iif(instr(w.tells, '{}'), '', w.detail) AS fact, iif(s.kind = 'report', substr(s.matter_id, 8), NULL) AS report_number,
         (SELECT count(DISTINCT coalesce(r.matter, r.rule)) FROM told t JOIN rule r USING (place) WHERE t.matter_id = s.matter_id) AS rules
    FROM span s LEFT JOIN told w ON w.matter_id = s.matter_id AND w.worst = 1),
owned AS (
  SELECT e.*, nullif(coalesce(nullif(trim(coalesce(m.first_name, '') || ' ' || coalesce(m.last_name, '')), ''), a.user_name), '') AS user_name,
         iif(e.kind = 'account', v.source, NULL) AS of_source, v.line AS of_line, -- the row of the personnel file, where the finding rests on it
         CASE WHEN e.kind = 'account' AND m.deactivated_day IS NULL THEN 1 WHEN e.kind = 'report' THEN 2
              WHEN e.kind = 'session' AND EXISTS (SELECT 1 FROM told t JOIN rule r USING (place) WHERE t.matter_id = e.matter_id AND r.rule = 'orphan-search') THEN 3 ELSE 4 END AS can_change
    FROM each e LEFT JOIN account a ON a.user_key = lower(e.user_id) LEFT JOIN person m ON m.person = a.person
    LEFT JOIN evidence v ON v.finding = e.finding AND v.source = m.source AND v.line = m.line),
worded AS (
  SELECT o.*, iif(o.user_id IS NULL, 'An account that the log withholds', 'the account ' || o.user_id || coalesce(', assigned to ' || o.user_name || ',', '')) AS who,
         a.words AS by_account, b.words AS of_thing,
         '(' || CASE WHEN o.first_at IS NULL THEN '' WHEN substr(o.first_at, 1, 10) = substr(o.last_at, 1, 10) THEN substr(o.first_at, 1, 10) || '; '
                     ELSE substr(o.first_at, 1, 10) || ' to ' || substr(o.last_at, 1, 10) || '; ' END
             || (SELECT path FROM source f WHERE f.source = coalesce(o.of_source, r.source, p.source)) || ':'
             || iif(o.of_source, o.of_line, coalesce(r.line, p.line)) || iif(o.of_source AND o.fact <> '', ': ' || o.fact, '') || ')' AS place_words
    FROM owned o LEFT JOIN phrase a ON a.matter_id = o.matter_id AND a.by_account LEFT JOIN phrase b ON b.matter_id = o.matter_id AND NOT b.by_account
    LEFT JOIN finding_row r ON r.finding = o.finding
    LEFT JOIN passage p ON o.finding IS NULL AND p.number = o.passage)
SELECT row_number() OVER (ORDER BY w.severity, w.findings = 0, w.rules DESC, w.can_change, w.matter_id), w.matter_id, w.kind, v.severity, w.user_id, w.user_name, w.report_number,
       w.findings, w.passages, w.rules, w.can_change, w.first_at, w.last_at, w.findings + w.passages,
       replace(CASE WHEN w.findings = 0 AND w.kind = 'report' THEN printf('Report %s holds %s to be read', w.report_number, iif(w.passages = 1, 'a passage', w.passages || ' passages'))
            WHEN w.findings = 0 THEN upper(substr(w.who, 1, 1)) || substr(w.who, 2) || printf(' gave %s to be read', iif(w.passages = 1, 'a reason', w.passages || ' reasons'))
            WHEN w.kind = 'log' THEN 'The log ' || coalesce(w.of_thing, w.by_account)
            WHEN w.kind = 'report' AND w.by_account IS NULL
              THEN 'Report ' || w.report_number || iif(w.user_id IS NULL, '', ', of searches by ' || w.who) || ' ' || w.of_thing
            WHEN w.kind = 'report'
              THEN upper(substr(w.who, 1, 1)) || substr(w.who, 2) || ' ' || w.by_account || ', for report ' || w.report_number || coalesce(', which ' || w.of_thing, '')
            ELSE upper(substr(w.who, 1, 1)) || substr(w.who, 2) || ' ' || coalesce(w.by_account, w.of_thing) END || ' ' || w.place_words || '.', ',,', ','),
       trim(coalesce(f.words || ' ', '') || coalesce('Usual explanations: ' || r.innocent, ''))
  FROM worded w JOIN severity v ON v.place = w.severity LEFT JOIN favour f ON f.matter_id = w.matter_id LEFT JOIN rule r ON r.place = w.place;

INSERT INTO finding_matter SELECT g.number, m.matter FROM ground g JOIN matter m USING (matter_id) WHERE g.what = 'finding';
INSERT INTO passage_matter SELECT g.number, m.matter FROM ground g JOIN matter m USING (matter_id) WHERE g.what = 'passage';

-- An answer stands for the findings that were there when it was given. A ledger kept by hand may not say which: then for none that is of a later day.
INSERT INTO not_covered
  SELECT d.id, f.finding
    FROM (SELECT d.id, d.covers, d.decided_on, f.finding FROM decision d JOIN finding_row f ON f.finding_id = d.id
           UNION ALL SELECT d.id, d.covers, d.decided_on, x.finding FROM decision d JOIN matter m ON m.matter_id = d.id JOIN finding_matter x USING (matter)
            WHERE (SELECT finding_id FROM finding_row f WHERE f.finding = x.finding) NOT IN (SELECT id FROM decision)) d
    JOIN finding_row f USING (finding)
   WHERE iif(d.covers <> '', NOT instr(d.covers, f.facts), d.decided_on GLOB '????-??-??*' AND substr(f.occurred_at, 1, 10) > substr(d.decided_on, 1, 10));

UPDATE matter SET open = n.open
  FROM (SELECT matter, sum(open) AS open
          FROM (SELECT matter, disposition IS NULL OR disposition IN ('referred', 'pending') AS open FROM finding
                 UNION ALL SELECT x.matter, p.answer IS NULL FROM passage_matter x JOIN passage p USING (number)) GROUP BY matter) n
 WHERE n.matter = matter.matter AND EXISTS (SELECT 1 FROM decision);

DROP TABLE temp.named_event;
DROP TABLE temp.ground;
DROP TABLE temp.told;
DROP TABLE temp.phrase;
DROP TABLE temp.span;
DROP TABLE temp.matter_search;
DROP TABLE temp.speaks;
DROP TABLE temp.favour;
