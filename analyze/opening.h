/* Where in an ASCII text a pattern can begin to match: the first three characters that its matches can have, and what cannot
   stand before them. Derived from the expression alone, never too little: what is not understood may be anything. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* What a byte is: a letter of either case 1 to 26, END behind the text. */
enum { OPENING_OTHER, OPENING_DIGIT = 27, OPENING_LOW, OPENING_BLANK, OPENING_PERIOD, OPENING_END, OPENING_CLASSES };

struct opening {
  guint32 no_letter;                               /* the byte before the match is no letter */
  guint32 capital;                                 /* its first byte is one */
  guint32 leaps;                                   /* what fails at one place may rule out others: they must be tried in turn */
  guint32 third[OPENING_CLASSES][OPENING_CLASSES]; /* by the classes of the first two bytes, a bit for each of the third */
};

/* For an expression of PCRE2 with UTF and caseless, with ASCII classes. False where a match may begin anywhere. */
bool opening_derive(const char *expression, struct opening *opening);

/* The first place from FROM on in LENGTH bytes of TEXT, which is ASCII, where a match can begin; LENGTH where there is none. */
gsize opening_next(const struct opening *opening, const char *text, gsize length, gsize from);
