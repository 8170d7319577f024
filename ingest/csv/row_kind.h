/* What rows and cells look like: blank, a header, a total, like their neighbours. */
#pragma once
#include "ingest/csv/parse.h"

enum cell_class { CLASS_EMPTY, CLASS_DIGITS, CLASS_MIXED, CLASS_TEXT };
enum cell_class cell_class(const char *text, gsize length);

/* What good rows of this file look like. A column is firm if every cell seen in it held a digit. */
struct row_pattern {
  guint8 *classes; /* by column, the classes of cells in it (bits of 1 << enum cell_class) */
  guint width, rows, firm;
};

void row_pattern_add(struct row_pattern *pattern, const struct row *row);
void row_pattern_close(struct row_pattern *pattern);
/* Whether every cell seen in a column held a digit; CLASSES are its bits in struct row_pattern. */
bool class_firm(guint8 classes);
bool row_pattern_fits(const struct row_pattern *pattern, const struct row *row);

guint row_stated(const struct row *row, guint *first); /* cells that are not blank, and the first of them */
bool text_blank(const char *text, gsize length);
bool row_like_header(const struct row *row, guint width);
enum { TOTAL_CELLS = 3 }; /* a total states no more */
bool row_like_total(const struct row *row, guint width);
