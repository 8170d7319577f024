/* What rows and cells look like: blank, a header, a total, like their neighbours. */
#pragma once
#include "ingest/csv/parse.h"

/* The classes of cells seen in one column (bits of 1 << enum cell_class). */
enum cell_class { CLASS_EMPTY, CLASS_DIGITS, CLASS_MIXED, CLASS_TEXT };
enum cell_class cell_class(const char *text, gsize length);

/* What good rows of this file look like. A column is firm if every cell seen in it held a digit. */
struct shape {
  guint8 *seen;
  guint width, rows, firm;
};

void shape_add(struct shape *shape, const struct row *row);
void shape_close(struct shape *shape);
bool shape_firm(guint8 seen); /* every cell of the column held a digit */
bool shape_fits(const struct shape *shape, const struct row *row);

guint row_stated(const struct row *row, guint *first); /* cells that are not blank, and the first of them */
bool text_blank(const char *text, gsize length);
bool row_like_header(const struct row *row, guint width);
enum { TOTAL_CELLS = 3 }; /* a total states no more */
bool row_like_total(const struct row *row, guint width);
