/* Remembers what the patterns found in a text. Reports are written from blocks: the same sentence, clause or word stands in
   thousands of narratives, and what its patterns say depends on its bytes alone. Nobody but narrative.c and reading.c includes
   it. */
#pragma once
#include "analyze/narrative/readers/word_kinds.h"

struct match_cache; /* all texts of one narrator */
struct cache_text;  /* one of them */

struct match_cache *cache_new(const struct lexicon *lexicon);
void cache_free(struct match_cache *cache);

/* Another narrative is read: too many texts are forgotten before it. */
void cache_begin(struct match_cache *cache);

/* What is held of LENGTH bytes at TEXT; lives until cache_begin. */
struct cache_text *cache_of(struct match_cache *cache, const char *text, gsize length);

/* What lexicon_sift finds in the text that cache_of was asked for. */
const guint64 *cache_sifted(struct match_cache *cache, struct cache_text *held, const char *text, gsize length);

/* What is known of WORDS in it: CACHE_ALL knows every hit, CACHE_FIRST the first alone (it may be the only one). */
enum cache_state { CACHE_NOTHING, CACHE_NO, CACHE_FIRST, CACHE_ALL, CACHE_GAVE_UP };
enum cache_state cache_state(const struct cache_text *held, enum words words);
void cache_set(struct cache_text *held, enum words words, enum cache_state state);

/* The first hit kept of WORDS; GROUP may be NULL. */
void cache_first(const struct cache_text *held, enum words words, struct span *where, struct span *group);

/* The hits kept of WORDS (CACHE_FIRST and CACHE_ALL), and how to keep them. */
void cache_hits(const struct cache_text *held, enum words words, struct hits *hits);
void cache_keep(struct cache_text *held, enum words words, enum cache_state state, const struct hits *hits);
