/* What a cell of dates and times may state. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "include/cell/zone.h"

/* Folded, Monday first. */
extern const char *const weekdays[7];
/* 0 to 6, Monday first, for a folded weekday or its first letters, three or more; -1 if the word is not one. */
int weekday_named(const char *word, gsize length);

enum date_order { ORDER_UNKNOWN, ORDER_MONTH_FIRST, ORDER_DAY_FIRST };

enum zone_mark { MARK_NONE, MARK_UTC, MARK_OFFSET };

struct cell_time {
  struct civil civil;
  bool has_date, has_time;
  enum zone_mark mark;
  int offset;        /* minutes east of UTC, if MARK_OFFSET */
  const char *shape; /* static: "month first", "day first", "year first", "named month", "serial", "basic" */
};
