/* Charts of the workbook's own kind, on figures that stand on the sheet Summary. */
#pragma once
#include "report/xlsx/workbook.h"

/* Rows and columns of figures on the sheet Summary that a chart stands on: labels first, heads above them. */
struct range {
  lxw_row_t first, last;
  lxw_col_t column, columns;
  double most; /* of a row's figures together */
};

/* A chart of the workbook's own: where it stands, how many columns of the grid it takes and how high it is in pixels; SAYS is
   read to those who cannot see it. */
struct native {
  guint8 kind; /* of libxlsxwriter */
  const char *title, *says;
  lxw_row_t row;
  lxw_col_t column;
  guint columns, height;
};
void native_chart(struct sheet *sheet, const struct native *native, const struct range *range);
