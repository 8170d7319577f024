-- Searches without findings, and what is drawn of them. The tickets are worked out in sample_draw.c.

CREATE TEMP TABLE clean AS        -- every search of the period, with how many findings stand on it, on its report and on its user
  SELECT s.event, s.name, coalesce(f.n, 0) AS on_search, coalesce(r.n, 0) AS on_report, coalesce(u.n, 0) AS on_user,
         coalesce(s.user_id, '') AS user_id, substr(s.occurred_at, 1, 7) AS month
    FROM search s
    LEFT JOIN (SELECT subject, count(*) AS n FROM finding WHERE subject_kind = 'event' GROUP BY subject) f ON f.subject = s.name
    LEFT JOIN (SELECT report_number, count(*) AS n FROM finding WHERE subject_kind = 'report' GROUP BY report_number) r
           ON r.report_number = s.report_number
    LEFT JOIN (SELECT lower(user_id) AS user, count(*) AS n FROM finding WHERE subject_kind = 'user' GROUP BY 1) u
           ON u.user = lower(s.user_id);

CREATE TEMP VIEW population_size AS -- the three that may be drawn from, the widest first
  SELECT 1 AS place, 'search' AS of, 'without a finding on the search itself' AS words, sum(on_search = 0) AS searches FROM clean
  UNION ALL SELECT 2, 'report', 'without one on the search or on its report', sum(on_search = 0 AND on_report = 0) FROM clean
  UNION ALL SELECT 3, 'user', 'without one on the search, its report or its user', sum(on_search = 0 AND on_report = 0 AND on_user = 0)
    FROM clean;

CREATE TEMP TABLE drawn (         -- the population, in the order of its tickets; 1: of the sample
  turn INTEGER PRIMARY KEY, event INTEGER NOT NULL UNIQUE, name TEXT NOT NULL, ticket TEXT NOT NULL, user_id TEXT NOT NULL,
  month TEXT NOT NULL, chosen INTEGER NOT NULL) STRICT;

CREATE TEMP VIEW drawn_beside AS  -- of each user, or month, as many as its share of the sample, at least one; those that the sample
                                  -- has not drawn already
  SELECT stratum, searches, wanted, turn, event, name
    FROM (SELECT *, row_number() OVER (PARTITION BY stratum ORDER BY turn) AS place,
                 count(*) OVER (PARTITION BY stratum) AS searches,
                 max(1, CAST(round(1.0 * count(*) OVER (PARTITION BY stratum) * (SELECT sum(chosen) FROM drawn)
                                   / (SELECT count(*) FROM drawn)) AS INTEGER)) AS wanted
            FROM (SELECT d.*, iif((SELECT value FROM asked WHERE name = 'by') = 'month', d.month, d.user_id) AS stratum
                    FROM drawn d)) x
   WHERE place <= wanted AND NOT chosen AND (SELECT value FROM asked WHERE name = 'by') NOT NULL;
