/* The words for which audit.ini states a purpose. */
#pragma once
#include <stdbool.h>

struct agency_words;

struct agency_words *agency_words_new(void);
void agency_words_free(struct agency_words *own);

/* Makes WORDS mean PURPOSE; false if that is not a purpose or WORDS has no word. */
bool agency_words_add(struct agency_words *own, const char *words, const char *purpose);

/* The purpose (static) of the longest words that occur in REASON as whole words; NULL: none. WORDS gets them, folded; the
   caller's string. */
const char *agency_words_find(const struct agency_words *own, const char *reason, char **words);
