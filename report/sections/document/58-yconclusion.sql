-- on:      pdf
-- shows:   terms
-- title:   Conclusion
-- level:   2
VALUES ('In the period', '□ used by authorised members for authorised uses     □ so, but for what is sustained below     □ not so     □ not yet settled'),
       ('Sustained', '.........................................................................................................................................................................')
