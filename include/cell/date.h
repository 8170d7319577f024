/* Dates that begin at a token. Nobody outside of this folder includes it. */
#pragma once
#include "include/cell/cell_time.h"
#include "include/cell/tokens.h"

struct date_found {
  int year, month, day; /* month 0 where the order of the column decides which of FIRST and SECOND it is */
  int first, second;
  int milliseconds;  /* time of the day of a serial, -1 where it has none */
  gint32 serial_day; /* the day of a serial */
  int clock;         /* hhmmss of 14 or 12 digits in one, -1 where there is none */
  const char *shape; /* as in struct cell_time; NULL: of the column's order */
};

/* A date that begins at TOKENS: how many tokens it takes, 0 where there is none. It need not exist in the calendar. */
guint date_read(const struct token *tokens, struct date_found *date);
/* Year, month and day by the column's order; false where there is no such day or the order is needed and unknown. */
bool date_settle(struct date_found *date, enum date_order order);
/* "(Tue)", "Tue.": how many tokens a weekday takes that begins at TOKENS. */
guint weekday_skip(const struct token *tokens);
