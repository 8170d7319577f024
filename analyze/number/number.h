/* Case numbers: one key for every spelling, the agency's own format learnt from its reports, slips. link.c decides which report a
   search belongs to. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "analyze/words/match.h"

struct numbers;

/* AGENCY gives the labels that are its own ("New Smyrna Beach Police Department": NSB, NSBPD). PATTERN (may be NULL) is
   [case_numbers] pattern with groups "year" and "number"; PREFIXES (may be NULL) its own_prefixes, separated by ;. */
struct numbers *numbers_new(const char *agency, const char *pattern, const char *prefixes);
void numbers_free(struct numbers *numbers);

/* LETTERS, in small letters, in front of a number are the agency's own, from now on. */
void numbers_add_prefix(struct numbers *numbers, const char *letters);

/* Call numbers_learn once for every report number, with the day of its row (G_MININT32: unknown); then numbers_settle decides the
   format. */
void numbers_learn(struct numbers *numbers, const char *text, gint32 day);
void numbers_settle(struct numbers *numbers);
/* The format in words ("4 digits of the year, then up to 8 digits"), or NULL if none was recognised. The caller's string. */
char *numbers_format(const struct numbers *numbers);

/* The key of a report number: equal for every spelling of it and for its supplements (SUPPLEMENT, may be NULL, gets a suffix such
   as "01" or "A", or NULL). Both strings are the caller's. */
char *numbers_key(const struct numbers *numbers, const char *text, char **supplement);

/* The report known by this number in any spelling; if there is none, REPORT becomes it. SUPPLEMENT (may be NULL) gets the place
   of a supplement's suffix in TEXT, length 0 if there is none. */
guint32 numbers_enter(struct numbers *numbers, const char *text, guint32 report, struct span *supplement);
/* Makes a report findable by its CAD event number, too. */
void numbers_add_cad(struct numbers *numbers, const char *cad, guint32 report);

/* Whether TEXT is what a spreadsheet makes of a number that it takes for a date or shortens ("Mar-24", "2.4E+07"): which number
   it was cannot be told. A number of the agency's own format may look so, too: numbers_read decides. */
bool numbers_spoilt(const struct numbers *numbers, const char *text);

enum citation_kind {
  CITE_NONE,       /* no number: blank or a placeholder */
  CITE_OWN,        /* in the agency's format */
  CITE_CAD,        /* a CAD event number of a report */
  CITE_FOREIGN,    /* bears another agency's label, a court's form, or another format */
  CITE_UNREADABLE, /* stated, but not in a known format */
  CITE_UNEVALUATED /* [case_numbers] pattern reached its limit: it may be any number, or none */
};

struct citation {
  enum citation_kind kind;
  gint64 report; /* the report of exactly this number; 0: none */
  int year;      /* 0: not stated */
  guint64 sequence;
  guint16 series;  /* letters inside the number, packed; 0 none */
  bool short_form; /* the sequence alone: the year was taken from the search */
  bool ambiguous;  /* several reports have this number if their letters are left out: none is meant */
  char text[48];   /* as written */
};

enum { CITATIONS_MOST = 8 };

/* The numbers that TEXT cites, best first, at most CITATIONS_MOST; a cell always gives at least one (of kind none). FREE_TEXT:
   TEXT is a reason, where only a number of a known report or one plainly in the agency's format counts (none may be given). DAY
   is the search's. One thread at a time. */
guint numbers_read(const struct numbers *numbers, const char *text, bool free_text, gint32 day, struct citation *out);

/* Equal for two citations of the same case, in any spelling; NULL if none is stated. The caller's string. */
char *citation_key(const struct citation *citation);

/* Reports whose number is one slip from the citation: two neighbouring digits transposed, one digit wrong, the wrong year. FOUND
   is called with the report and the slip in words (static). */
typedef void (*slip_found)(gint64 report, const char *slip, void *data);
void numbers_slips(const struct numbers *numbers, const struct citation *citation, slip_found found, void *data);
