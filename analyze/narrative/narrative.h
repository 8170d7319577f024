/* What a report's narrative says about facial recognition, sentence by sentence: a use, by whom, why, with what result, followed
   how, notified when. It knows words only: which person or report is meant is decided by others. (32.6.6, 32.6.7) */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "analyze/narrative/readers/statement.h"

const char *meaning_name(enum meaning meaning); /* "use", "not used", "searcher", ... as in table reading */

extern const char *const narrative_files[]; /* its word files; ends with NULL */

/* The compiled lexicon, and what was found before; one may serve many narratives, one thread at a time. KNOWN (may be NULL) is a
   set of names (folded by text_key, single words) that are surely names of people: officers and candidates. */
struct narrator;
/* NAMES (may be NULL) is called with DATA for narratives that bear on a use. */
struct narrator *narrator_new(GHashTable *known, narrator_names *names, gconstpointer data);
void narrator_free(struct narrator *narrator);

/* STATEMENTS (of struct statement) gets what TEXT says and nothing else, in the order of the text; their values lie in TEXT.
   PEOPLE gets who is named, where it documents a use or IN_CASE.
   IN_CASE says that another row of the report documents a use, so that bare results ("no viable candidates"), corroboration,
   actions and notices count although this row names no system. MENTIONS gets whether TEXT names a system anywhere; one that
   does not says nothing by itself. False where a pattern gave up: the row is not evaluated. */
bool narrative_read(struct narrator *narrator, const char *text, gsize length, bool in_case, GArray *statements, GArray *people,
                    bool *mentions);
