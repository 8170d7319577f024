/* The letters of texts as the sieve sees them. Only this folder includes it. */
#pragma once
#include <glib.h>
#include <stdbool.h>

enum { LETTERS_MOST = 14, RUN_MOST = 32 };

/* The letters of a text: a to z in lower case, 0 to 9 and _; a blank for anything between them, and at both ends. */
struct letters {
  guint8 length;
  char at[LETTERS_MOST + 1]; /* with a NUL */
};

/* The texts that an expression can have matched up to some place in it, back to where they become too many to enumerate. */
struct run {
  guint count;
  struct letters texts[RUN_MOST];
};

char letter_of(guchar byte);

/* False if there is no room for another TEXT; each is kept once. */
bool run_add(struct run *run, const struct letters *text);
/* Appends a letter to every text; false, with RUN unchanged, if one is full. */
bool run_put(struct run *run, char letter);
/* Every text of RUN followed by every text of MORE; false, with RUN unchanged, if that is too much. */
bool run_join(struct run *run, const struct run *more);
/* What certainly precedes the next piece: a blank or nothing. */
const char *run_end(const struct run *run);
