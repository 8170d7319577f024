-- The searches of a request and what decides over their cells. asked: from, to, user, report, and subject_name filled in C.

CREATE TEMP TABLE status_word (words TEXT PRIMARY KEY, state TEXT NOT NULL); -- filled in C from [case_status] and the usual words
