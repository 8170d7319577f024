-- on:    xlsx
-- shows: words
-- says:  Of why: char(30) stands for the number cited, char(31) for the report's number.
SELECT phrase, method, confidence, orphan_kind, head || iif(cites, char(30), '') || middle || char(31) || tail AS why FROM phrase
