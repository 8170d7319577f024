/* What number.c, citation.c and slip.c share. */
#pragma once
#include "number.h"
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

enum { TOKENS_MOST = 24 };

/* Stands in by_number for a number that several reports share once its letters are left out. */
#define AMBIGUOUS ((gsize)-1)

struct token {          /* a run of digits or of letters */
  const char *text;
  guint length;
  bool digits;
  const char *gap;      /* what stands between the token before and this one */
  guint gap_length;
};

enum year_place { WHOLE_4, WHOLE_2, LEADS_4, LEADS_2, ENDS_4, ENDS_2, PLACE_COUNT };

struct run {            /* what one run of a shape looked like over all report numbers */
  guint longest, shortest;
  guint64 year_fits[PLACE_COUNT], year_same[PLACE_COUNT];
  guint16 series;
  char letters[8];
  bool varies;
};

struct shape {          /* one way of writing numbers: runs of digits and letters */
  char signature[TOKENS_MOST + 1];
  guint runs, rows, width;   /* WIDTH: digits of the sequence */
  int year_run;              /* -1: no year */
  enum year_place place;
  bool supplement, usable;
  struct run run[TOKENS_MOST];
};

struct numbers {
  GHashTable *own;           /* labels that are the agency's own, folded */
  char *initials;            /* of the agency's name */
  GArray *shapes;
  const struct shape *main;  /* the commonest, NULL where it cannot be used */
  guint width;
  bool has_series;
  pcre2_code *told;
  GHashTable *by_number, *by_text, *by_cad, *years;
};

struct reading_of {          /* a text read as a number of a shape */
  int year;
  guint64 sequence;
  guint16 series;
  const struct token *supplement;
};

guint number_tokens(const char *text, struct token *tokens, guint most);
guint64 token_number(const struct token *token);
int token_year(const char *digits, guint length);   /* 0: no year */
guint16 series_pack(const char *letters, guint length);
gpointer number_slot(int year, guint64 sequence, guint16 series);
char *number_plain(const char *text);
char *number_cad_key(const char *cad);
bool label_own(const struct numbers *numbers, const char *label);
