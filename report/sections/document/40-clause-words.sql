-- on:    pdf
-- shows: text
-- title: Findings by clause
SELECT 'Each test in the order of the directive: what the clause asks, how it was tested, how many were tested, and its exceptions, a line for each matter, the worst first, with the rows of the exports that it rests on. Rule out the innocent explanations first. All critical ones are printed here, of other rules the twenty worst matters, of remarks (info) six; everything is in the workbook.' AS text
