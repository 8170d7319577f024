/* Remembers, by its bytes, what the patterns found in a text; reading.c decides what to look for. */
#include "analyze/narrative/readers/match_cache.h"
#include <string.h>

enum { TEXTS_MOST = 1 << 15 };

/* Hits of one kind of words: COUNT places, then COUNT groups. */
struct kept {
  guint count;
  struct span spans[];
};

struct cache_text {
  const char *text; /* a copy, behind this */
  gsize length;
  guint64 *sifted; /* NULL until needed */
  guint8 states[W_COUNT];
  struct kept *kept[W_COUNT]; /* NULL: nothing */
};

struct match_cache {
  const struct lexicon *lexicon;
  GHashTable *texts; /* a set of struct cache_text */
};

static guint text_hash(gconstpointer data) {
  const struct cache_text *text = data;
  guint hash = 5381;
  for (gsize i = 0; i < text->length; i++) hash = hash * 33 + (guint8)text->text[i];
  return hash;
}

static gboolean text_equal(gconstpointer a, gconstpointer b) {
  const struct cache_text *x = a, *y = b;
  return x->length == y->length && !memcmp(x->text, y->text, x->length);
}

static void text_free(gpointer data) {
  struct cache_text *held = data;
  for (int i = 0; i < W_COUNT; i++) g_free(held->kept[i]);
  g_free(held->sifted);
  g_free(held);
}

struct match_cache *cache_new(const struct lexicon *lexicon) {
  struct match_cache *cache = g_new(struct match_cache, 1);
  *cache = (struct match_cache){lexicon, g_hash_table_new_full(text_hash, text_equal, NULL, text_free)};
  return cache;
}

void cache_free(struct match_cache *cache) {
  g_hash_table_unref(cache->texts);
  g_free(cache);
}

void cache_begin(struct match_cache *cache) {
  if (g_hash_table_size(cache->texts) > TEXTS_MOST) g_hash_table_remove_all(cache->texts);
}

struct cache_text *cache_of(struct match_cache *cache, const char *text, gsize length) {
  const struct cache_text wanted = {.text = text, .length = length};
  struct cache_text *held = g_hash_table_lookup(cache->texts, &wanted);
  if (held) return held;
  held = g_malloc0(sizeof *held + length);
  held->text = memcpy(held + 1, text, length), held->length = length;
  g_hash_table_add(cache->texts, held);
  return held;
}

const guint64 *cache_sifted(struct match_cache *cache, struct cache_text *held, const char *text, gsize length) {
  if (held->sifted) return held->sifted;
  held->sifted = g_new(guint64, lexicon_sift_size(cache->lexicon));
  lexicon_sift(cache->lexicon, text, length, held->sifted);
  return held->sifted;
}

enum cache_state cache_state(const struct cache_text *held, enum words words) { return held->states[words]; }

void cache_set(struct cache_text *held, enum words words, enum cache_state state) { held->states[words] = (guint8)state; }

void cache_first(const struct cache_text *held, enum words words, struct span *where, struct span *group) {
  const struct kept *kept = held->kept[words];
  *where = kept->spans[0];
  if (group) *group = kept->spans[kept->count];
}

void cache_hits(const struct cache_text *held, enum words words, struct hits *hits) {
  const struct kept *kept = held->kept[words];
  hits->count = kept->count;
  memcpy(hits->at, kept->spans, kept->count * sizeof *kept->spans);
  memcpy(hits->group, kept->spans + kept->count, kept->count * sizeof *kept->spans);
}

void cache_keep(struct cache_text *held, enum words words, enum cache_state state, const struct hits *hits) {
  gsize size = hits->count * sizeof *hits->at;
  struct kept *kept = g_realloc(held->kept[words], sizeof *kept + 2 * size);
  kept->count = hits->count;
  memcpy(kept->spans, hits->at, size);
  memcpy(kept->spans + kept->count, hits->group, size);
  held->kept[words] = kept;
  cache_set(held, words, state);
}
