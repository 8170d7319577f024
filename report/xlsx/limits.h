/* What a workbook may hold; what does not fit is said in it. */
#pragma once
#include <glib.h>

struct xlsx_limits {
  guint rows;    /* of a sheet, head included */
  guint links;   /* of a sheet */
  guint64 cells; /* of all sheets together, as native tables: beyond that, rows are streamed to the disk */
};
