/* What the records of an old .xls say that libfreexl does not: formulas, booleans, errors, merged and hidden cells, a password.
 */
#pragma once
#include <glib.h>
#include <stdbool.h>

#define XLS_OTHER "" /* the fault of a file that is no workbook at all */

struct xls_cell {
  guint row, column;
  bool error;
  guint8 value; /* 0 and 1, or the number of the error */
};

struct xls_area {
  guint row, last_row, column;
};

struct xls_sheet {
  char *name;
  guint32 start;      /* in the stream */
  bool hidden, table; /* TABLE: neither a chart nor macros */
  guint64 cells;      /* as many as it has room for */
  guint hidden_rows;
  bool hidden_columns[256], filtered;
  GArray *apart;    /* of struct xls_cell: booleans and errors */
  GArray *merged;   /* of struct xls_area */
  GArray *formulas; /* of struct xls_cell */
};

struct xls_stream {
  GPtrArray *sheets; /* of struct xls_sheet, charts too */
  guint32 texts;     /* that cells share */
  const char *fault; /* static; NULL: none */
};

struct xls_stream *xls_stream_read(GBytes *bytes);
void xls_stream_free(struct xls_stream *stream);
