/* The rows of a section's SELECT on its sheets, each a table with heads that stay in sight. */
#pragma once
#include "report/xlsx/section_sheets.h"

/* Writes the rows of all PARTS, those that others lead to first: in a section's head "link 0" is the name of the row, which the
   sheet does not show, and "link 73" that of a row of the section 73- that the cell before leads to. */
void parts_write(struct book *book, const GPtrArray *parts);
