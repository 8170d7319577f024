-- on:      report-searches
-- shows:   lines
-- title:   Searches it was weighed for and lost
-- empty:   It was weighed for no other search.
SELECT 'search ' || e.name, x.why FROM alternative x JOIN event e ON e.event = x.session WHERE x.report = ?1 ORDER BY x.session
