/* The words of a header, by their common names. */
#pragma once
#include <glib.h>
#include <stdbool.h>

enum { WORDS_MAX = 12, WORD_BYTES = 24 };

struct words {
  char at[WORDS_MAX][WORD_BYTES];
  double weight[WORDS_MAX];
  guint count;
};

/* The words of a header, each by its common name ("Txn #" -> transaction number). None if it is too long for a header. */
void words_read(struct words *words, const char *header);

/* The weight of a word in a header or, if KNOWN, in a phrase. */
double word_weight(const char *word, bool known);

/* 0 to 1: how alike two headers are, dates and times left out: "Report Date" and "Report Time" are. */
double words_alike(const struct words *a, const struct words *b);
