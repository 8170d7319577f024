/* What a text must contain for an expression to match it. Only sieve.c and pattern_needs.c include this. */
#pragma once
#include <glib.h>
#include "analyze/words/sieve/letters.h"

/* One of these occurs in the letters of every text that matches; each has at least three letters. */
struct need {
  double cost; /* roughly how often a sentence has one by chance */
  guint count;
  struct letters texts[];
};

struct needs; /* owns all needs */
struct needs *needs_new(void);
void needs_free(struct needs *needs);

/* NULL: nothing that would rule out a text. */
const struct need *needs_derive(struct needs *needs, const char *expression);
