/* How a workbook shows a number: what its format says of it, and the number as text. */
#pragma once
#include <glib.h>
#include <stdbool.h>

struct number_format {
  bool date, time; /* what it shows of a moment */
  bool elapsed;    /* hours count on behind 24 */
  char mask[40];   /* "000-00-0000": digits are put in from the right; empty where it is no such format */
};

/* CODE is a format as the workbook states it, NULL where it names one of Excel's own by ID alone. */
struct number_format number_format(guint id, const char *code);

/* The number as text: a date as 2022-06-01, a moment as 2022-06-01 15:43:08, a time of day as 15:43:08, any other number in
   figures alone. START 1904: the workbook's days count from there. The caller's. */
char *number_text(double value, const struct number_format *format, bool start_1904);
