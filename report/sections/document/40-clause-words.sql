-- on:    pdf
-- shows: text
-- title: Findings by clause
SELECT 'Each test in the order of the directive: what the clause asks, how it was tested, how many were tested, and each exception with the rows of the exports that it rests on. Rule out the innocent explanations first. At most twenty exceptions of a rule are printed here; all of them are in the workbook.' AS text
