-- on:    pdf
-- shows: text
-- title: Findings by clause
SELECT 'Each test with exceptions, in the order of the directive: its result, what the clause asks, and every finding, a line for each account. Each names its day or report and its row: '
       || (SELECT group_concat(short || iif(short GLOB '*:', 'n', 'n') || ' is line n of ' || path, ', ') FROM (SELECT * FROM source_short ORDER BY source)) || '. Months: | with findings, · without.'
