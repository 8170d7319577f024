/* The formats of an agency's numbers. Only this folder includes it. */
#pragma once
#include "analyze/number/agency.h"
#include "analyze/number/token.h"

enum year_place { WHOLE_4, WHOLE_2, LEADS_4, LEADS_2, ENDS_4, ENDS_2, PLACE_COUNT };

struct run { /* what one run of a format looked like over all report numbers */
  guint longest, shortest;
  guint64 year_fits[PLACE_COUNT], year_same[PLACE_COUNT];
  guint64 dated; /* month and day follow the year that leads it */
  guint16 series;
  char letters[8];
  bool varies;
};

struct format { /* one way of writing numbers: runs of digits and letters */
  char signature[TOKENS_MOST + 1];
  guint runs, rows, width; /* WIDTH: digits of the sequence */
  int year_run;            /* -1: no year */
  enum year_place place;
  bool supplement, usable;
  bool apart; /* the common format has no letters: the agency's own do not count here, either */
  bool dated; /* the sequence begins with month and day */
  struct run run[TOKENS_MOST];
};

struct number_reading { /* a text read as a number of a format */
  int year;
  guint64 sequence;
  guint16 series;
  const struct token *supplement; /* NULL: none */
};

/* SHAPES: an array of struct format. Adds a number from a row of YEAR (0: unknown). */
void formats_learn(GArray *formats, const struct token *tokens, guint count, int year);
/* All are learnt: the commonest format becomes the first. */
void formats_settle(GArray *formats, const struct agency *agency);
/* Whether it has at least a twentieth of the numbers of the first. */
bool format_common(const GArray *formats, const struct format *format);

/* Reads exactly the runs of the format, each no longer than learnt, and perhaps a supplement. */
bool format_read(const struct format *format, const struct agency *agency, const struct token *tokens, guint count,
                 struct number_reading *out);

/* The year that a run of digits would give at PLACE, 0 if it cannot be one; and the number of its digits. */
int place_year(const struct token *token, enum year_place place);
guint place_size(enum year_place place);
bool month_day(const char *digits); /* "0531" */
