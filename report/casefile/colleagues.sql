-- The members of the unit in which the person was longest, with their months in it and what they did in them: only days of the period that the log
-- covers, on which the person was in the unit, too.

CREATE TEMP TABLE stay AS         -- stays in units, cut to the period
  SELECT t.person, lower(trim(t.unit)) AS unit, max(coalesce(t.from_day, p.from_day), p.from_day) AS from_day,
         min(coalesce(t.to_day, p.to_day), coalesce(t.separated_day, p.to_day), p.to_day) AS to_day
    FROM assignment t JOIN period p WHERE trim(coalesce(t.unit, '')) <> '';
DELETE FROM stay WHERE from_day > to_day;

CREATE TEMP TABLE own_stay AS
  SELECT unit, min(from_day) AS from_day, max(to_day) AS to_day FROM stay
   WHERE person = CAST((SELECT value FROM asked WHERE name = 'id') AS INTEGER)
     AND unit = (SELECT unit FROM stay WHERE person = CAST((SELECT value FROM asked WHERE name = 'id') AS INTEGER)
                  GROUP BY unit ORDER BY sum(to_day - from_day) DESC, unit LIMIT 1)
   GROUP BY unit;

CREATE TEMP TABLE unit_member AS
  WITH shared AS (
    SELECT s.person, max(s.from_day, o.from_day) AS from_day, min(s.to_day, o.to_day) AS to_day
      FROM stay s JOIN own_stay o USING (unit) WHERE max(s.from_day, o.from_day) <= min(s.to_day, o.to_day)),
  months AS (
    SELECT h.person, sum(min(h.to_day, c.to_day) - max(h.from_day, c.from_day) + 1) / 30.4375 AS months
      FROM shared h JOIN coverage c ON c.kind = 'user_log' AND c.from_day <= h.to_day AND c.to_day >= h.from_day GROUP BY h.person)
  SELECT m.person, m.person = CAST((SELECT value FROM asked WHERE name = 'id') AS INTEGER) AS own, m.months,
         count(s.event) AS searches, coalesce(sum(s.undocumented), 0) AS undocumented,
         coalesce(sum(s.name IN (SELECT subject FROM finding WHERE rule = 'off-hours')), 0) AS off_duty,
         coalesce(sum(s.candidate NOT NULL AND (s.owner, s.candidate) IN (SELECT owner, candidate FROM search WHERE candidate NOT NULL GROUP BY 1, 2 HAVING count(*) >= 3)), 0)
           AS repeated
    FROM months m LEFT JOIN search s ON s.owner = m.person
     AND EXISTS (SELECT 1 FROM shared h WHERE h.person = m.person AND s.day BETWEEN h.from_day AND h.to_day)
   GROUP BY m.person;
