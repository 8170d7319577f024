/* The spelling of reasons: which words are known, and what a slip of typing is a slip of. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* The words that slips are corrected to are those that the word files PATHS (ends with NULL) write out in their patterns;
   analyze/lexicon/spelling.txt has words that are near to one of them and are no slip of it, nor are those of ordinary.txt. */
struct spelling;
struct spelling *spelling_new(const char *const *paths);
void spelling_free(struct spelling *spelling);

/* Is the word of LENGTH letters, or what it is inflected from, in analyze/lexicon/ordinary.txt? */
bool spelling_ordinary(const struct spelling *spelling, const char *word, gsize length);

/* The word that WORD, of small letters, is a slip of, or WORD itself; the result lives as long as both. */
const char *spelling_correct(struct spelling *spelling, const char *word);

/* Does the word of LENGTH letters look like a mash of keys: one letter repeated, a run along the keyboard, its middle row alone?
 */
bool word_mashed(const char *word, gsize length);
