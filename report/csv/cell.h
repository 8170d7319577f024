/* Cells of CSV files that people open in a spreadsheet. */
#pragma once
#include "include/output.h"

/* TEXT as it stands in such a cell: what is not seen is shown, and an apostrophe before what a spreadsheet would take for a
   formula. The caller's. */
char *csv_marked(const char *text);
/* Writes TEXT so, in quotes where it needs them. */
void csv_put(struct output *file, const char *text);
