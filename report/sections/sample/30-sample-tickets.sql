-- on:      sample
-- shows:   sheet
-- title:   Tickets
-- says:    The whole population in the order of its tickets: the sample is the first of them.
-- rest:    the CSV beside it
-- rows:    drawn
-- columns: count 8, text 16, text 66, text 8
SELECT turn AS Draw, name AS Event, ticket AS Ticket, iif(chosen, 'yes', 'no') AS Drawn FROM drawn ORDER BY turn
