/* Words that an agency itself says mean a purpose, as audit.ini names them. */
#pragma once
#include <stdbool.h>

struct agency_words;

struct agency_words *agency_words_new(void);
void agency_words_free(struct agency_words *own);

/* WORDS mean PURPOSE from now on; false where that is none or WORDS has no word. */
bool agency_words_add(struct agency_words *own, const char *words, const char *purpose);

/* The purpose (static) of the longest words that stand in REASON, whole; NULL: none. WORDS gets them folded, the caller's string.
 */
const char *agency_words_find(const struct agency_words *own, const char *reason, char **words);
