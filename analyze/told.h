/* Remembers what the patterns found in a text. Reports are written from blocks: the same sentence, clause or word stands in
   thousands of narratives, and what its patterns say depends on its bytes alone. Nobody but narrative.c and use.c includes it. */
#pragma once
#include "analyze/words/lexicon.h"
#include "analyze/narrative/reading.h"

struct told;      /* all texts of one narrator */
struct told_text; /* one of them */

struct told *told_new(const struct lexicon *lexicon);
void told_free(struct told *told);

/* Another narrative is read: too many texts are forgotten before it. */
void told_begin(struct told *told);

/* What is held of LENGTH bytes at TEXT; lives until told_begin. */
struct told_text *told_of(struct told *told, const char *text, gsize length);

/* What lexicon_sift finds in the text that told_of was asked for. */
const guint64 *told_sifted(struct told *told, struct told_text *held, const char *text, gsize length);

/* What is known of WORDS in it: TOLD_ALL knows every hit, TOLD_FIRST the first alone (it may be the only one). */
enum told_state { TOLD_NOTHING, TOLD_NO, TOLD_FIRST, TOLD_ALL, TOLD_GAVE_UP };
enum told_state told_state(const struct told_text *held, enum words words);
void told_set(struct told_text *held, enum words words, enum told_state state);

/* The first hit kept of WORDS; GROUP may be NULL. */
void told_first(const struct told_text *held, enum words words, struct span *where, struct span *group);

/* The hits kept of WORDS (TOLD_FIRST and TOLD_ALL), and how to keep them. */
void told_hits(const struct told_text *held, enum words words, struct hits *hits);
void told_keep(struct told_text *held, enum words words, enum told_state state, const struct hits *hits);
