/* Dates that begin at a token. Only this folder includes it. */
#pragma once
#include "include/cell/cell_time.h"
#include "include/cell/tokens.h"

struct date_found {
  int year, month, day; /* month 0 if the order of the column decides which of FIRST and SECOND is the month */
  int first, second;
  int milliseconds;  /* the time of day of a serial; -1: it has none */
  gint32 serial_day; /* the day of a serial */
  int clock;         /* hhmmss, of 14 or 12 digits in one number; -1: none */
  const char *shape; /* as in struct cell_time; NULL: that of the column's order */
};

/* Reads a date that begins at TOKENS; returns the number of tokens it takes, 0 if there is no date. It need not exist in the
   calendar. */
guint date_read(const struct token *tokens, struct date_found *date);
/* Year, month and day by the column's order; false if there is no such day, or if the order is needed and unknown. */
bool date_settle(struct date_found *date, enum date_order order);
/* "(Tue)", "Tue.": the number of tokens taken by a weekday that begins at TOKENS. */
guint weekday_skip(const struct token *tokens);
