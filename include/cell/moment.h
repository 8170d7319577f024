/* Strict parsers of one cell: a state, a date, a time, a name. Nothing is guessed silently: an order of day and month is a
   property of a column, gathered over all its cells and then applied. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "include/cell/zone.h"

enum cell_state { CELL_STATED, CELL_EMPTY, CELL_WITHHELD };

/* "" and blanks are empty; "***", "REDACTED", "[REDACTED]", "###", "(b)(6)", "[119.071(2)(c)1.]", "XXXXX REDACTED" ... withheld.
 */
enum cell_state cell_state(const char *text);

/* A placeholder that states nothing: "n/a", "none", "-", "null", "tbd", "unknown" ... */
bool cell_placeholder(const char *text);

enum date_order { ORDER_UNKNOWN, ORDER_MONTH_FIRST, ORDER_DAY_FIRST };

/* What the cells of one column say about their order: add every cell, then ask. */
struct date_column {
  guint64 cells, dated, month_first_only, day_first_only, either, serials, iso, named;
  gint64 descents[2]; /* how often the date went backwards, read month first and day first */
  gint64 ascents[2], last[2];
  bool seen[2];
};
void date_column_add(struct date_column *column, const char *text);
/* WHY (may be NULL) gets a static sentence: how it was found, or that both orders fit. FALLBACK decides only where both fit. */
enum date_order date_column_order(const struct date_column *column, enum date_order fallback, const char **why);

enum zone_mark { MARK_NONE, MARK_UTC, MARK_OFFSET };

struct cell_time {
  struct civil civil;
  bool has_date, has_time;
  enum zone_mark mark;
  int offset;        /* minutes east of UTC, where MARK_OFFSET */
  const char *shape; /* static: "month first", "day first", "year first", "named month", "serial", "basic" */
};

/* Every form that exports were seen to use: 06/02/2022 03:43:08 PM; 03/14/23 1405; 11/14/2025, 09:53:36 AM UTC; ISO
   8601 with Z, offset or neither, with or without T, seconds, fraction; 03-Jul-2023; July 3, 2023 2:05 pm; 3-Jul-23 14:05; Excel
   serials; 09252011; times alone (21:30, 6:25:00 AM, 1405, 0.8958); range cells (the start counts). False: no such date or time.
 */
bool cell_time(const char *text, enum date_order order, struct cell_time *out);

/* A date cell and a time cell of the same row. */
bool cell_date_and_time(const char *date, const char *time, enum date_order order, struct cell_time *out);
