/* Finds in one pass over a text which of many sets of literals have one that stands in it, whatever its case: an Aho-Corasick
   automaton whose answer is a bit set. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "literal.h"

struct prefilter;
struct prefilter *prefilter_new(void);
void prefilter_free(struct prefilter *prefilter);

/* The bit that tells of SET, the same for equal sets; G_MAXUINT where it cannot be taken any more. */
guint prefilter_add(struct prefilter *prefilter, const struct literal_set *set);

/* All sets are told: what follows may be asked. */
void prefilter_finish(struct prefilter *prefilter);

/* How many guint64 the answer has. */
gsize prefilter_size(const struct prefilter *prefilter);

/* Fills FOUND with the bits of what stands in LENGTH bytes of TEXT: all bits where U+212A or U+017F does, which caseless
   patterns take for k and s. Says whether the text is ASCII. */
bool prefilter_scan(const struct prefilter *prefilter, const char *text, gsize length, guint64 *found);
