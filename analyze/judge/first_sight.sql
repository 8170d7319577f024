-- How the rules that rest on words did on years of agencies that nobody here had read before, on the day when the program first read them. Written down then, and not
-- mended afterwards: the years are in tests/years, and later readings are right oftener. Findings that were right, findings that were wrong, breaches neither found nor
-- put before a person, and passages put before one.

INSERT INTO first_sight (read_on, year, rule, right_ones, wrong_ones, missed, to_read) VALUES
  ('2026-11-30', 'G', 'incomplete-report', 5, 0, 4, 24),
  ('2026-11-30', 'G', 'no-corroboration', 0, 0, 4, 7),
  ('2026-11-30', 'G', 'no-supervisor-review', 3, 0, 2, 0),
  ('2026-11-30', 'G', 'notification-not-reported', 1, 0, 0, 3),
  ('2026-11-30', 'G', 'officer-mismatch', 3, 2, 0, 1),
  ('2026-11-30', 'G', 'orphan-search', 15, 1, 0, 0),
  ('2026-11-30', 'G', 'personal-connection', 2, 0, 0, 0),
  ('2026-11-30', 'G', 'result-mismatch', 4, 2, 1, 1),
  ('2026-11-30', 'G', 'unauthorized-purpose', 4, 5, 0, 34),
  ('2026-11-30', 'G', 'undocumented-use', 7, 0, 0, 9),
  ('2026-11-30', 'G', 'unlogged-use', 2, 0, 0, 3),
  ('2026-11-30', 'G', 'unstated-purpose', 9, 0, 0, 34),
  ('2026-11-30', 'H', 'incomplete-report', 5, 0, 4, 29),
  ('2026-11-30', 'H', 'no-corroboration', 0, 0, 4, 11),
  ('2026-11-30', 'H', 'no-supervisor-review', 6, 0, 0, 0),
  ('2026-11-30', 'H', 'notification-not-reported', 3, 0, 2, 1),
  ('2026-11-30', 'H', 'officer-mismatch', 4, 0, 0, 0),
  ('2026-11-30', 'H', 'orphan-search', 14, 4, 0, 0),
  ('2026-11-30', 'H', 'personal-connection', 3, 0, 0, 0),
  ('2026-11-30', 'H', 'result-mismatch', 3, 3, 0, 2),
  ('2026-11-30', 'H', 'unauthorized-purpose', 1, 0, 0, 33),
  ('2026-11-30', 'H', 'undocumented-use', 5, 0, 0, 4),
  ('2026-11-30', 'H', 'unlogged-use', 4, 0, 0, 1),
  ('2026-11-30', 'H', 'unstated-purpose', 8, 1, 0, 33);
