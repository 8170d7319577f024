/* What a text must hold for an expression to match it. Nobody but sieve.c and pattern_needs.c includes it. */
#pragma once
#include <glib.h>
#include "analyze/words/sieve/letters.h"

/* One of these stands among the letters of every text that matches; each has three letters at least. */
struct need {
  double cost; /* about how often a sentence has one by chance */
  guint count;
  struct letters texts[];
};

struct needs; /* owns all needs */
struct needs *needs_new(void);
void needs_free(struct needs *needs);

/* NULL: none that would rule anything out. */
const struct need *needs_derive(struct needs *needs, const char *expression);
