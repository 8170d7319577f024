/* The order of day and month in a column: determined from all its cells, then applied to each. */
#pragma once
#include "include/cell/cell_time.h"

/* What the cells of one column say about their order: add every cell, then ask for the order. */
struct date_column {
  guint64 cells, dated, month_first_only, day_first_only, either, serials, iso, named;
  gint64 descents[2]; /* how often the date went backwards, read month first and day first */
  gint64 ascents[2], last[2];
  bool seen[2];
};
void date_column_add(struct date_column *column, const char *text);
/* WHY (may be NULL) gets a static sentence: how it was found, or that both orders fit. FALLBACK decides only if both fit. */
enum date_order date_column_order(const struct date_column *column, enum date_order fallback, const char **why);
