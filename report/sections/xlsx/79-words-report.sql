-- on:    xlsx
-- shows: words
SELECT report, number FROM report
