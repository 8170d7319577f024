/* Remembers what the patterns found in a text. Reports are written from standard phrases: the same sentence, clause or word is in
   thousands of narratives, and what the patterns find depends on its bytes alone. Only narrative.c and reading.c include this. */
#pragma once
#include "analyze/narrative/readers/word_kinds.h"

struct match_cache; /* all texts of one narrator */
struct cache_text;  /* one of them */

struct match_cache *cache_new(const struct lexicon *lexicon);
void cache_free(struct match_cache *cache);

/* Begins another narrative; if too many texts are held, forgets them first. */
void cache_begin(struct match_cache *cache);

/* What is held for LENGTH bytes at TEXT; valid until cache_begin. */
struct cache_text *cache_of(struct match_cache *cache, const char *text, gsize length);

/* The result of lexicon_sift for the text passed to cache_of. */
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
