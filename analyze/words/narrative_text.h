/* A narrative as it is read: layout is no meaning. Line ends, blanks, quotes and lines that only wrap become plain, and what the
   agency calls its system becomes a name that the word files know. Each byte knows where it stands in the text as written. */
#pragma once
#include <glib.h>
#include "analyze/words/lexicon.h"

struct plain;

/* Holds scratch memory: one for each thread. NAMES (ends with NULL; may be NULL) are what the agency calls its system. PEOPLE
   (may be NULL) are words of people's names as of narrator_new: a text without capitals gets them back where such words stand
   together or behind a title. */
struct plain *plain_new(const char *const *names, GHashTable *people);
void plain_free(struct plain *plain);

/* TEXT (valid UTF-8) made plain, PLAIN_LENGTH bytes and a NUL; it lives until the next call, or until TEXT does. In it a line
   break ends a line that was meant to end. */
const char *plain_make(struct plain *plain, const char *text, gsize length, gsize *plain_length);
/* Where a span of the plain text stands in TEXT. */
struct span plain_written(const struct plain *plain, struct span span);

/* Appends the sentences of TEXT (not plain), as struct span of it. */
void plain_sentences(const char *text, gsize length, GArray *sentences);
