/* What token.c, number.c, label.c, format.c, citation.c and slip.c share. */
#pragma once
#include "analyze/number/number.h"
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

enum { TOKENS_MOST = 24 };

/* Stands in by_number for a number that several reports share once its letters are left out. */
#define AMBIGUOUS G_MAXUINT32

struct token { /* a run of digits or of letters */
  const char *text;
  guint length;
  bool digits;
  const char *gap; /* what stands between the token before and this one */
  guint gap_length;
};

enum year_place { WHOLE_4, WHOLE_2, LEADS_4, LEADS_2, ENDS_4, ENDS_2, PLACE_COUNT };

struct run { /* what one run of a shape looked like over all report numbers */
  guint longest, shortest;
  guint64 year_fits[PLACE_COUNT], year_same[PLACE_COUNT];
  guint64 dated; /* month and day follow the year that leads it */
  guint16 series;
  char letters[8];
  bool varies;
};

struct shape { /* one way of writing numbers: runs of digits and letters */
  char signature[TOKENS_MOST + 1];
  guint runs, rows, width; /* WIDTH: digits of the sequence */
  int year_run;            /* -1: no year */
  enum year_place place;
  bool supplement, usable;
  bool apart; /* the common shape has no letters: the agency's own are none here either */
  bool dated; /* the sequence begins with month and day */
  struct run run[TOKENS_MOST];
};

/* A word and what parts it from the number behind it, and whether it makes that number another agency's. */
struct beside {
  char words[14];
  bool free_text, known, foreign;
};

enum { BESIDE_COUNT = 16 };

struct numbers {
  GHashTable *own;       /* labels that are the agency's own, folded */
  char *initials;        /* of the agency's name */
  char *name;            /* its words, folded */
  struct beside *beside; /* the last such words, by their bytes; BESIDE_COUNT */
  GArray *shapes;
  const struct shape *main; /* the commonest, NULL where it cannot be used */
  guint width;
  int last_year;     /* told to YEARS */
  gint32 learnt_day; /* of the number learnt last, and its year, 0 where it is unknown */
  int learnt_year;
  pcre2_code *told;
  GHashTable *by_number, *by_bare; /* number_slot -> report; BARE: numbers with their series left out */
  guint64 greatest;                /* sequence of a report */
  GHashTable *by_text, *by_cad, *years;
  GHashTable *series; /* the packed letters that tell series apart */
};

struct reading_of { /* a text read as a number of a shape */
  int year;
  guint64 sequence;
  guint16 series;
  const struct token *supplement;
};

/* A text on its way to citations. */
struct scan {
  const struct numbers *numbers;
  const char *text;
  struct token *tokens;
  guint count;
  bool used[TOKENS_MOST]; /* part of a number already read */
  bool free_text, zero;
  gint32 day; /* of the search */
  struct citation *out;
  guint found;
};

guint number_tokens(const char *text, struct token *tokens, guint most);
guint64 token_number(const struct token *token);
int token_year(const char *digits, guint length); /* 0: no year */
guint16 series_pack(const char *letters, guint length);
gpointer number_slot(int year, guint64 sequence, guint16 series);
char *number_plain(const char *text);
char *number_cad_key(const char *cad);
guint32 cad_report(const struct numbers *numbers, const char *key); /* 0: none */
bool told_read(const struct numbers *numbers, const char *text, int *year, guint64 *sequence);
bool shape_read(const struct numbers *numbers, const struct shape *shape, const struct token *tokens, guint count,
                struct reading_of *out);
int place_year(const struct token *token, enum year_place place);
guint place_size(enum year_place place);
bool month_day(const char *digits); /* "0531" */

/* Labels beside a number, folded words; label.c. */
void labels_begin(struct numbers *numbers, const char *agency, const char *prefixes);
void labels_end(struct numbers *numbers);
void labels_forget(struct numbers *numbers);                         /* formats or series are known that were not */
bool label_name(const struct numbers *numbers, const char *label);   /* told, or NSB, NSBPD: of the agency's name */
bool label_plain(const char *label);                                 /* says only that a number follows, or nothing */
bool label_agency(const struct numbers *numbers, const char *label); /* the agency's own, or letters of its numbers */
bool label_own(const struct numbers *numbers, const char *label);    /* either of them */
bool gap_joins(const struct token *token, guint most);
char *label_before(const struct scan *scan, guint at);
/* The tokens FROM to TO bear another agency's label. */
bool beside_foreign(const struct scan *scan, guint from, guint to);

/* Stretches of a text that stand in a learnt format to the letter, or as [case_numbers] pattern says; format.c. */
void scan_formats(struct scan *scan);
gint64 number_report(const struct numbers *numbers, int year, guint64 sequence, guint16 series); /* 0: none, or several */
void scan_own(struct scan *scan, struct citation cite, guint from, guint to);
