-- on:    pdf html-words
-- shows: terms
-- title: Definitions
-- level: 2
VALUES ('Event', 'One row of the user log.'),
       ('Search', 'An event that is a search; with no action column, every event.'),
       ('Session', 'Searches by one account of one probe image; they are linked together.'),
       ('Linked', 'A report was found that belongs to the search.'),
       ('Documented', 'Linked to a report of which a row says that facial recognition was used on an image in this case.'),
       ('Finding', 'One subject (an event, a report, a user or the log) that one rule points at. One search can have several findings.'),
       ('Tested', 'How many subjects the rule looked at.'),
       ('Duplicate', 'A row that is exactly another one again, as where two exports overlap. It counts once.'),
       ('Rejected', 'A row whose time, user or report number cannot be read.')
