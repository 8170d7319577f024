/* The spelling of reasons: which words are known, and which word a slip of typing was meant to be. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* Slips are corrected to the words that are spelt out in the patterns of the word files PATHS (ends with NULL). Words of
   analyze/lexicon/spelling.txt, which are similar to one of them, and of ordinary.txt are never taken for slips. */
struct spelling;
struct spelling *spelling_new(const char *const *paths);
void spelling_free(struct spelling *spelling);

/* Whether the word of LENGTH letters, or its base form, is in analyze/lexicon/ordinary.txt. */
bool spelling_ordinary(const struct spelling *spelling, const char *word, gsize length);

/* Whether the word files or ordinary.txt have the word of LENGTH small letters, itself or its base form. */
bool spelling_known(const struct spelling *spelling, const char *word, gsize length);

/* The word of which WORD, in small letters, is a slip, or WORD itself; the result is valid as long as both. */
const char *spelling_correct(struct spelling *spelling, const char *word);

/* Whether the word of LENGTH letters looks like a mash of keys: one letter repeated, a run along the keyboard, only its middle
   row. */
bool word_mashed(const char *word, gsize length);
