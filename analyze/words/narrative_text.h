/* A narrative in the form that patterns read, without layout. Line ends, blanks, quotes and wrapped lines become plain, and the
   agency's name for its system becomes one that the word files know. The place of each byte in the text as written is kept. */
#pragma once
#include <glib.h>
#include "analyze/words/lexicon.h"

struct plain;

/* Holds scratch memory: one for each thread. NAMES (ends with NULL; may be NULL) are the agency's names for its system. PEOPLE
   (may be NULL) are the words of people's names, as for narrator_new: in a text without capitals they are restored where such
   words are adjacent or follow a title. */
struct plain *plain_new(const char *const *names, GHashTable *people);
void plain_free(struct plain *plain);

/* TEXT (valid UTF-8) made plain, PLAIN_LENGTH bytes and a NUL; it lives until the next call, or until TEXT does. A line break in
   it ends a line that was meant to end there. */
const char *plain_make(struct plain *plain, const char *text, gsize length, gsize *plain_length);
/* The place of a span of the plain text in TEXT. */
struct span plain_written(const struct plain *plain, struct span span);

/* Appends the sentences of TEXT (not plain), as struct span of it. */
void plain_sentences(const char *text, gsize length, GArray *sentences);
