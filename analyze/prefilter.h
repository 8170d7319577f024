/* Builds the automaton that finds literals in a text. */
#pragma once
#include <glib.h>
#include "analyze/automaton.h"
#include "analyze/literal.h"

struct prefilter;
struct prefilter *prefilter_new(void);

/* The bit that tells of SET, the same for equal sets; G_MAXUINT where it cannot be taken any more. */
guint prefilter_add(struct prefilter *prefilter, const struct literal_set *set);

/* All sets are told: the automaton, to be freed with g_free; PREFILTER is freed. */
struct automaton *prefilter_finish(struct prefilter *prefilter);
