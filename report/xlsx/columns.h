/* What the columns of a sheet look like: widths, colours by content, lists to choose from, what prints. */
#pragma once
#include "report/xlsx/sheets.h"

#define PRINT_WIDEST 168 /* characters still readable across one printed page: columns beyond do not print */

/* The format of the cells of a column of KIND. */
enum format column_format(const struct column *kind);

/* Dresses the columns of a sheet whose rows end at LAST; those that no row uses are hidden. PRINTED is the last row to print. */
void columns_dress(struct sheet *sheet, const struct part *part, lxw_row_t last, lxw_row_t printed);
