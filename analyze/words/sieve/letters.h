/* The letters of texts as the sieve sees them. Nobody outside of this folder includes it. */
#pragma once
#include <glib.h>
#include <stdbool.h>

enum { LETTERS_MOST = 14, RUN_MOST = 32 };

/* The letters of a text: a to z in lower case, 0 to 9 and _; a blank for whatever stands between, and at both ends. */
struct letters {
  guint8 length;
  char at[LETTERS_MOST + 1]; /* with a NUL */
};

/* Texts that an expression has read when it comes to a place of it, back to where they were too many to tell. */
struct run {
  guint count;
  struct letters texts[RUN_MOST];
};

char letter_of(guchar byte);

/* False where there is no room for another TEXT; each is kept once. */
bool run_add(struct run *run, const struct letters *text);
/* One letter more for every text; false, RUN as it was, where one is full. */
bool run_put(struct run *run, char letter);
/* Every text of RUN followed by every one of MORE; false, RUN as it was, where that is too much. */
bool run_join(struct run *run, const struct run *more);
/* What is sure to stand before the next piece: a blank or nothing. */
const char *run_end(const struct run *run);
