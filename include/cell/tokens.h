/* A cell as numbers, words and marks, and the dates and clock times that begin at one of them. Shared by moment.c,
   date.c and clock.c only. Nothing here allocates. */
#pragma once
#include "include/cell/moment.h"

enum token_kind { TOKEN_END, TOKEN_NUMBER, TOKEN_WORD, TOKEN_MARK };

struct token {
  enum token_kind kind;
  bool blank;       /* white space stands before it */
  int value;        /* of a number of up to 9 digits, else -1; of a mark its character */
  guint length;     /* digits or letters */
  const char *text; /* lower case, in the scan's own buffer */
};

enum { SCAN_TOKENS = 48, SCAN_BYTES = 160 };

struct scan {
  struct token at[SCAN_TOKENS + 4]; /* ends with TOKEN_END, more than once: looking one ahead is safe */
  char text[SCAN_BYTES + 1];
};

/* False where TEXT is too long or holds a character that no date or time has. NBSP and its like are blanks, dashes of any width
 * are "-". */
bool scan_read(struct scan *scan, const char *text);

bool token_is(const struct token *token, char mark);
bool token_word(const struct token *token, const char *word);
/* The position of a word in a list that ends with NULL, -1 where it is none. */
int token_among(const struct token *token, const char *const *words);

/* The value of a number read as the digits after a decimal mark: 0 to 1. */
double token_fraction(const struct token *digits);

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
bool token_weekday(const struct token *token);

struct clock_found {
  int hour, minute, second, millisecond;
  bool seconds; /* were stated */
  bool digits;  /* 1405 or 140500: nothing but digits */
};

/* A time of the day that begins at TOKENS, with am or pm and "hrs": how many tokens it takes. AFTER_DATE admits 14.05. */
guint clock_read(const struct token *tokens, bool after_date, struct clock_found *clock);
/* A mark of the time zone after a time. TIME has date and time set; SIGN: "-0400" can be an offset here. */
guint clock_zone(const struct token *tokens, bool sign, struct cell_time *time);
