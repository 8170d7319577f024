-- on:    pdf html-charts
-- shows: text
-- title: Access
-- level: 2
WITH left_ones AS (
  SELECT count(*) AS people, count(deactivated_day) AS closed, max(max(0, deactivated_day - separated_day)) AS longest,
         sum(deactivated_day <= separated_day) AS in_time FROM separated_person)
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM source WHERE kind = 'personnel')
         THEN 'Not known: no personnel file was supplied. Who may use the system, who was trained and who has left is not known.'
       ELSE (SELECT printf('The personnel file has %,d people.', count(*)) FROM person) || ' '
         || CASE WHEN people = 0 THEN 'None of them left by the end of the period.'
                 ELSE printf('%,d of them left by the end of the period; ', people)
                   || CASE WHEN (SELECT status FROM rule WHERE rule = 'not-deactivated') = 'not tested' THEN 'when their access ended is not known.'
                           ELSE printf('for %,d access ended that day or before, for %,d later', in_time, closed - in_time)
                                || iif(longest > 0, printf(' (%,d %s at the longest)', longest, iif(longest = 1, 'day', 'days')), '')
                                || printf(', and for %,d no date is recorded.', people - closed) END END END AS text
  FROM left_ones
