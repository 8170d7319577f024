/* The workbook of an audit. */
#pragma once
#include "include/db.h"

/* Written beside its final name by libxlsxwriter, which reports success after losing data: so it is opened again, and rows, cells
   and texts are counted against what was written. A difference is stop_system. */
void xlsx_write(struct db *db, const char *path);

/* What a workbook may hold. What does not fit is said in it. */
struct xlsx_limits {
  guint rows;    /* of a sheet, head included */
  guint links;   /* of a sheet */
  guint64 cells; /* of all sheets together, for which they are native tables: beyond, rows are not kept in memory */
};

/* The same with other limits than those of Excel. */
void xlsx_write_limited(struct db *db, const char *path, const struct xlsx_limits *limits);
