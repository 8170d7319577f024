-- on:    xlsx
-- shows: words
SELECT reason, text, purpose, words FROM reason
