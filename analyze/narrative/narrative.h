/* What a report's narrative says about facial recognition, sentence by sentence: a use, by whom, why, with what result, followed
   how, notified when. It knows only words: others decide which person or report is meant. (32.6.6, 32.6.7) */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "analyze/narrative/readers/statement.h"

const char *meaning_name(enum meaning meaning); /* "use", "not used", "searcher", ... as in table reading */

extern const char *const narrative_files[]; /* its word files; ends with NULL */

/* The compiled lexicon, and what was found earlier; may serve many narratives, but one thread at a time. KNOWN (may be NULL) is a
   set of single words (folded by text_key) that are certainly names of people: officers and candidates. */
struct narrator;
/* NAMES (may be NULL) is called with DATA for narratives that bear on a use. */
struct narrator *narrator_new(GHashTable *known, narrator_names *names, gconstpointer data);
void narrator_free(struct narrator *narrator);

/* STATEMENTS (of struct statement) gets what TEXT says, in the order of the text; their values point into TEXT. PEOPLE gets who
   is named, if TEXT documents a use or IN_CASE is set. IN_CASE says that another row of the report documents a use, so that bare
   results ("no viable candidates"), corroboration, actions and notices count although this row names no system. MENTIONS gets
   whether TEXT names a system anywhere; if it does not, it says nothing by itself. False if a pattern gave up: the row is not
   evaluated. */
bool narrative_read(struct narrator *narrator, const char *text, gsize length, bool in_case, GArray *statements, GArray *people,
                    bool *mentions);
