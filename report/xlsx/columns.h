/* What the columns of a sheet look like: widths, colours by content, lists to choose from, what prints. */
#pragma once
#include "report/xlsx/section_sheets.h"

/* Dresses the columns of a sheet whose rows end at LAST; those that no row uses are hidden. PRINTED is the last row to print. */
void columns_dress(struct sheet *sheet, const struct part *part, lxw_row_t last, lxw_row_t printed);
