/* An old .xls (Excel 97 to 2003): its sheets, and the cells of one. It is read by a process of its own: the library that reads it
   dies of some damaged files. */
#pragma once
#include "ingest/xlsx/cells.h"

struct xls_table {
  char *name;
  guint at; /* among all sheets, charts included */
  bool hidden;
};

struct xls {
  GBytes *bytes;
  GPtrArray *tables; /* of struct xls_table */
  char *fault;       /* NULL: none; "": it is no workbook at all */
};

struct xls *xls_open(GBytes *bytes);
void xls_close(struct xls *book);
/* NULL: FAULT says why. */
struct cells *xls_read(struct xls *book, guint at);
