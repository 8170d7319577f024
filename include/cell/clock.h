/* Times of the day and marks of the zone that begin at a token. Only this folder includes it. */
#pragma once
#include "include/cell/cell_time.h"
#include "include/cell/tokens.h"

struct clock_found {
  int hour, minute, second, millisecond;
  bool seconds; /* were stated */
  bool digits;  /* 1405 or 140500: nothing but digits */
};

/* Reads a time of day that begins at TOKENS, with am or pm and "hrs"; returns the number of tokens it takes. AFTER_DATE
   admits 14.05. */
guint clock_read(const struct token *tokens, bool after_date, struct clock_found *clock);
/* Reads the mark of a time zone after a time. TIME has date and time set; SIGN: "-0400" can be an offset here. */
guint clock_zone(const struct token *tokens, bool sign, struct cell_time *time);
