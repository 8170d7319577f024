-- What each report says by both readings: the word lists' (table report, and what was compared), and the second reader's,
-- the surest of its rows. Where there is no second reading the first stands alone. Then what people answered, which goes
-- before both.

-- Names ending in 2 are the second reader's numbers, as view certainty has them; NULL: it did not read the report.
CREATE TEMP TABLE two_readings AS
  SELECT p.report, p.reason, p.searcher AS officer,
         EXISTS (SELECT 1 FROM report_statement g
                  WHERE g.report = p.report AND g.meaning = 'use' AND NOT g.by_second) AS use,
         p.candidate OR p.no_candidate AS result, p.candidate AS found, p.no_candidate AS none,
         p.candidate_selected AS picked, p.candidate_exported AND NOT p.candidate_withheld AS log_tells,
         p.named OR EXISTS (SELECT 1 FROM named_in_text t WHERE t.report = p.report AND t.what = 'candidate') AS name,
         EXISTS (SELECT 1 FROM named_in_text t WHERE t.report = p.report AND t.what = 'officer') AS user_in_text,
         EXISTS (SELECT 1 FROM named_in_text t WHERE t.report = p.report AND t.what = 'candidate') AS picked_in_text,
         p.corroborated,
         EXISTS (SELECT 1 FROM report_statement g
                  WHERE g.report = p.report AND g.meaning = 'not corroborated') AS uncorroborated,
         EXISTS (SELECT 1 FROM report_statement g WHERE g.report = p.report AND g.meaning = 'means named') AS means,
         EXISTS (SELECT 1 FROM comparison c
                  WHERE c.report = p.report AND c.what = 'action' AND c.relation <> 'different') AS action,
         EXISTS (SELECT 1 FROM comparison c WHERE c.report = p.report AND c.what = 'action') AS any_action,
         EXISTS (SELECT 1 FROM report_statement g WHERE g.report = p.report AND g.meaning = 'notice before') AS notice,
         max(s.use) AS use2, max(s.reason) AS reason2, max(s.officer) AS officer2,
         max(max(s.candidate, s.none)) AS result2, max(s.candidate) AS found2, max(s.none) AS none2,
         max(s.name) AS name2, max(s.corroborated) AS corroborated2, max(s.action) AS action2, max(s.notice) AS notice2,
         max(iif(s.use > 0, s.untried, 0)) AS untried,
         max(s.leans_use) AS use_leans, max(s.leans_reason) AS reason_leans, max(s.leans_officer) AS officer_leans,
         max(max(s.leans_candidate, s.leans_none)) AS result_leans,
         max(s.leans_corroborated) AS corroborated_leans, max(s.leans_action) AS action_leans
    FROM report p LEFT JOIN row_meaning m USING (report) LEFT JOIN second_reading s USING (row)
   GROUP BY p.report
  HAVING p.linked OR p.documented OR p.dated_row NOT NULL OR max(s.use) >= 1;

-- Is the wording here what the word lists know? It is where the second reader, when it is sure, contradicts them in fewer
-- than three answers of a hundred (of what a report tells beside a use where both find one: elsewhere there is nothing to
-- contradict), and at most one report in ten holds words near its use that nothing was tried on; a few reports tell
-- nothing; and a report with such words is never plain. And are uses that the lists find to be trusted where the second
-- reader is unsure? They are unless it surely denies more than one in fifty of them.
CREATE TEMP TABLE folder_wording AS
  SELECT (uses_contradicted + reasons_contradicted + officers_contradicted + results_contradicted + 1) * 33
             <= reports + 3 * uses_of_both
           AND 10 * reports_untried <= reports AS known,
         50 * uses_denied <= uses AS trusted
    FROM (SELECT count(*) AS reports, sum(untried > 0) AS reports_untried,
                 coalesce(sum(use), 0) AS uses,
                 coalesce(sum(use AND use2 < 0), 0) AS uses_denied,
                 coalesce(sum(use AND use2 > 0), 0) AS uses_of_both,
                 coalesce(sum(use <> (use2 > 0) AND use2 <> 0), 0) AS uses_contradicted,
                 coalesce(sum(use AND use2 > 0 AND reason <> (reason2 > 0) AND reason2 <> 0), 0) AS reasons_contradicted,
                 coalesce(sum(use AND use2 > 0 AND officer <> (officer2 > 0) AND officer2 <> 0), 0) AS officers_contradicted,
                 coalesce(sum(use AND use2 > 0 AND result <> (result2 > 0) AND result2 <> 0), 0) AS results_contradicted
            FROM two_readings WHERE use2 NOT NULL);

-- What is asked of each report, a question a row: what the word lists find (LEXICON) and the second reader (SECOND; where
-- it read nothing, what the lists find), whether the name in question stands in the report without being read (IN_TEXT),
-- whether both find a candidate, and whether the second reader, unsure, is nearer to a yes.
CREATE TEMP TABLE asked AS
  SELECT report, 'use' AS question, use AS lexicon, coalesce(use2, iif(use, 1, -1)) AS second, picked, untried,
         0 AS in_text, found AND found2 >= 1 AS both_found, use_leans AS leans
    FROM two_readings
  UNION ALL SELECT report, 'reason', reason, coalesce(reason2, iif(reason, 1, -1)), picked, untried,
         notice OR coalesce(notice2, 0) >= 1, 0, reason_leans
    FROM two_readings
  UNION ALL SELECT report, 'officer', officer, coalesce(officer2, iif(officer, 1, -1)), picked, untried,
         user_in_text, 0, officer_leans
    FROM two_readings
  UNION ALL SELECT report, 'result', result, coalesce(result2, iif(result, 1, -1)), picked, untried,
         picked_in_text, 0, result_leans
    FROM two_readings
  UNION ALL SELECT report, 'name', name, coalesce(name2, iif(name, 1, -1)), picked, untried,
         0, found AND found2 >= 1, 0
    FROM two_readings
   WHERE found AND (picked OR NOT log_tells OR coalesce(found2, 1) >= 1) OR found2 >= 1 AND (picked OR NOT log_tells)
  UNION ALL SELECT report, 'notice', notice, coalesce(notice2, iif(notice, 1, -1)), picked, untried, 0, 0, 0
    FROM two_readings;

-- Whether something is said. What the word lists find is, but for a use and a notice that the second reader surely does
-- not find. What they do not find is not said, in known wording, unless the second reader is sure of the contrary or,
-- unsure, nearer to it; in other wording where it is sure, too, or unsure of a use that the lists find denied. A certain
-- yes of it is enough, for it accuses nobody; not for a use that the report denies or plans in words of the lists, nor
-- for a name, where the log gives one that stands nowhere in the report: there both must find a candidate. Where the
-- user's or the candidate's own name stands in a report, the second reader need only not deny that the report says who
-- searched, or what was found.
INSERT INTO understood (report, question, lexicon, second, state)
SELECT report, question, lexicon, second,
       CASE WHEN question = 'use' AND lexicon AND second = 0 AND NOT trusted THEN 'not settled'
            WHEN lexicon AND (second >= 0 OR question NOT IN ('use', 'notice')) THEN 'said'
            WHEN second = 2 AND NOT denied AND (question <> 'name' OR NOT plain AND NOT picked) THEN 'said'
            WHEN in_text AND second >= 0 THEN 'said'
            WHEN NOT lexicon AND NOT in_text AND second < unlikely THEN 'not said'
            WHEN NOT lexicon AND NOT in_text AND question = 'name' AND (plain OR picked AND both_found) THEN 'not said'
            ELSE 'not settled' END
  FROM (SELECT q.*, -- below UNLIKELY the second reader does not hold against a no of the lists
               iif((plain OR denied) AND NOT coalesce(leans, 0), 1, 0) AS unlikely
          FROM (SELECT a.*, trusted, known AND NOT untried AS plain,
                       EXISTS (SELECT 1 FROM report_statement g
                                WHERE g.report = a.report
                                  AND (question, g.meaning) IN (VALUES ('use', 'not used'),
                                                                       ('officer', 'searcher untold'),
                                                                       ('reason', 'reason untold'))) AS denied
                  FROM folder_wording CROSS JOIN asked a) q);
DROP TABLE asked;

-- What a finding needs to be surely there: a use without a log row, another searcher, another result, an action on a
-- candidate. Only both readings together make it so, and only where the name that the log gives stands nowhere in the
-- narratives and the report does not tell of both results. A report that says that none came back does not contradict a
-- log in which nobody was selected, whatever else it says; nor, where there were several to search for, one that names
-- whom the log gives.
INSERT INTO understood (report, question, lexicon, second, state)
SELECT report, question, lexicon, second,
       CASE WHEN same THEN 'said' WHEN lexicon AND second > 0 AND NOT misread THEN 'not said' ELSE 'not settled' END
  FROM (
  SELECT report, 'other' AS question, use AS lexicon, coalesce(use2, iif(use, 1, -1)) AS second,
         0 AS misread, 0 AS same
    FROM two_readings WHERE use OR use2 > 0
  UNION ALL SELECT report, 'searcher', officer, coalesce(officer2, iif(officer, 1, -1)),
         coalesce(use2, 1) < 1
           OR EXISTS (SELECT 1 FROM named_in_text t WHERE t.report = two_readings.report AND t.what = 'searcher')
           OR EXISTS (SELECT 1 FROM comparison c
                       WHERE c.report = two_readings.report AND c.what = 'searcher' AND c.relation = 'unsure'),
         0
    FROM two_readings WHERE officer
  UNION ALL SELECT report, 'same result', result, coalesce(result2, iif(result, 1, -1)),
         coalesce(use2, 1) < 1
           OR found AND none OR none AND coalesce(found2, 0) >= 1 OR found AND coalesce(none2, 0) >= 1 AND found2 < 1
           OR picked_in_text,
         none AND NOT picked OR none AND NOT found AND picked_in_text AND coalesce(found2, 0) >= 1
    FROM two_readings WHERE result);

-- Whether the identity was confirmed before anyone acted on it, or nobody acted. An action that the report tells of
-- somebody else is none on the candidate; the second reader compares no names.
INSERT INTO understood (report, question, lexicon, second, state)
SELECT report, 'corroborated', corroborated, second,
       CASE WHEN corroborated AND second >= 0 THEN 'said'
            WHEN second = 2 AND NOT known AND NOT uncorroborated THEN 'said'
            WHEN none AND NOT found THEN 'said'
            -- the lists find no action
            WHEN NOT action AND acted2 < 0 THEN 'said'
            WHEN NOT action AND known AND (acted2 < 2 OR second > 0) THEN 'said'
            WHEN NOT action AND acted2 = 0 AND second >= iif(action_leans OR uncorroborated, 1, 0) THEN 'said'
            WHEN NOT action AND any_action AND (known OR acted2 < 1 OR second > 0) THEN 'said'
            WHEN NOT action AND acted2 < 2 AND second > 0 THEN 'said'
            -- they find one
            WHEN action AND acted2 < 0 AND NOT known AND NOT uncorroborated THEN 'said'
            WHEN NOT corroborated AND action AND found
                 AND known AND second < iif(corroborated_leans OR means, 0, 1) THEN 'not said'
            WHEN NOT corroborated AND action AND found
                 AND second < iif(uncorroborated, 2, 0) AND acted2 >= iif(uncorroborated, 0, 1)
                 AND coalesce(found2, 1) > 0 THEN 'not said'
            ELSE 'not settled' END
  FROM folder_wording
 CROSS JOIN (SELECT *, coalesce(corroborated2, iif(corroborated, 1, -1)) AS second, coalesce(action2, action) AS acted2
               FROM two_readings WHERE found OR found2 >= 1);
DROP TABLE folder_wording;
DROP TABLE two_readings;

UPDATE understood SET state = iif(a.answer = 'stated', 'said', 'not said'), answer = a.words, answer_place = a.place
  FROM answered a WHERE a.report = understood.report AND a.question = understood.question;

-- A use that a person read is one, and none where a person read none.
UPDATE report
   SET use_row = coalesce(use_row, (SELECT w.row FROM report_row w JOIN second_reading s USING (row)
                                     WHERE w.report = report.report ORDER BY s.use DESC, w.row LIMIT 1)),
       documented = 1
 WHERE report IN (SELECT report FROM understood WHERE question = 'use' AND state = 'said' AND answer NOT NULL);
UPDATE report SET use_row = NULL, dated_row = NULL, documented = 0
 WHERE report IN (SELECT report FROM understood WHERE question = 'use' AND state = 'not said' AND answer NOT NULL);
