-- on:    pdf html-words
-- shows: terms
-- title: Limits of the method
-- level: 2
-- says:  A finding is an indicator, not a verdict. It says what the records show, or fail to show; only a person who knows the case can say why.
VALUES ('Whole population', 'Every row of the period was tested, not a sample. A test that finds no exception speaks only of the rows it was given.'),
       ('Not tested', 'A test whose input was not supplied, or that could not be evaluated, is not tested. It is never counted as passed.'),
       ('Records, not conduct', 'A search that another system, another agency or a telephone call made is in no log and cannot be found here. What an officer did but did not write down looks like something not done.'),
       ('Links', 'A search is linked to a report by the number it cites, or by officer, time and subject. Each link says how it was made and how sure it is; a wrong link can make a finding or hide one.'),
       ('Narratives', 'What a narrative says was read by patterns of words, sentence by sentence. Unusual wording can be missed; the words that decided are kept in audit.db.'),
       ('Times', 'Times are in the agency''s local time with daylight saving. A time that happened twice or never is named under "Assumed or doubtful".'),
       ('Same again', 'The same files and settings give the same report, byte for byte. Every figure can be computed again from audit.db.')
