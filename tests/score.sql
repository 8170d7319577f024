-- Scores an audit against the truth of a labelled year: the same measure for every year under tests/years.
-- The shell attaches nothing: truth is imported into tables t_match, t_purpose, t_finding beside the audit's own views. What a person is asked to
-- read is neither found nor missed; how much that is, the line "to read" says.
CREATE TEMP TABLE score (name TEXT, truth INTEGER, found INTEGER, both INTEGER);

INSERT INTO score
  SELECT 'linking', (SELECT count(*) FROM t_match WHERE report_number <> ''), (SELECT count(*) FROM audit_search WHERE report_number NOT NULL),
         (SELECT count(*) FROM t_match t JOIN audit_search s ON s.event = t.event AND s.report_number = t.report_number);
INSERT INTO score
  SELECT 'searches', (SELECT count(*) FROM t_match), (SELECT count(*) FROM audit_search), (SELECT count(*) FROM t_match t JOIN audit_search s ON s.event = t.event);
INSERT INTO score
  SELECT 'purpose', count(*), count(*), sum(s.purpose IS t.purpose) FROM t_purpose t LEFT JOIN audit_search s ON s.event = t.event;
INSERT INTO score
  SELECT rule, count(*), (SELECT count(DISTINCT subject_kind || subject) FROM audit_finding f WHERE f.rule = t.rule),
         count(*) FILTER (WHERE EXISTS (SELECT 1 FROM audit_finding f WHERE f.rule = t.rule AND f.subject_kind = t.subject_kind AND f.subject = t.subject))
    FROM t_finding t
   WHERE NOT EXISTS (SELECT 1 FROM audit_passage q WHERE q.rule = t.rule AND q.subject = t.subject)
      OR EXISTS (SELECT 1 FROM audit_finding f WHERE f.rule = t.rule AND f.subject_kind = t.subject_kind AND f.subject = t.subject)
   GROUP BY rule;
INSERT INTO score
  SELECT 'missing elements', count(*), count(*), sum(EXISTS (SELECT 1 FROM audit_finding f WHERE f.rule = t.rule AND f.subject = t.subject AND f.detail = t.detail))
    FROM t_finding t WHERE t.rule = 'incomplete-report' AND NOT EXISTS (SELECT 1 FROM audit_passage q WHERE q.rule = t.rule AND q.subject = t.subject);

SELECT printf('%-26s truth %4d found %4d F1 %.3f', name, truth, found, 2.0 * both / (truth + found)) FROM score ORDER BY 2.0 * both / (truth + found), name LIMIT 8;
SELECT printf('macro %.4f over %d', avg(2.0 * both / (truth + found)), count(*)) FROM score;
SELECT printf('linking %.4f', 2.0 * both / (truth + found)) FROM score WHERE name = 'linking';
SELECT printf('sure %d right %d', count(*), sum(s.report_number IS t.report_number)) FROM audit_search s JOIN t_match t ON t.event = s.event WHERE s.link_confidence >= 0.9;
SELECT printf('to read %d questions about %d of %d reports', (SELECT count(*) FROM audit_passage), (SELECT count(DISTINCT report_number) FROM audit_passage),
              (SELECT count(*) FROM report));
