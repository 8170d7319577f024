/* Remembers by its bytes what the patterns found in a text; what is looked for is narrative.c's. */
#include "analyze/told.h"
#include <string.h>

enum { TEXTS_MOST = 1 << 15 };

/* Hits of one kind of words: COUNT places, then COUNT groups. */
struct kept {
  guint count;
  struct span spans[];
};

struct told_text {
  const char *text; /* a copy, behind this */
  gsize length;
  guint64 *sifted; /* NULL until it is asked for */
  guint8 states[W_COUNT];
  struct kept *kept[W_COUNT]; /* NULL: nothing */
};

struct told {
  const struct lexicon *lexicon;
  GHashTable *texts; /* a set of struct told_text */
};

static guint text_hash(gconstpointer data) {
  const struct told_text *text = data;
  guint hash = 5381;
  for (gsize i = 0; i < text->length; i++) hash = hash * 33 + (guint8)text->text[i];
  return hash;
}

static gboolean text_equal(gconstpointer a, gconstpointer b) {
  const struct told_text *x = a, *y = b;
  return x->length == y->length && !memcmp(x->text, y->text, x->length);
}

static void text_free(gpointer data) {
  struct told_text *held = data;
  for (int i = 0; i < W_COUNT; i++) g_free(held->kept[i]);
  g_free(held->sifted);
  g_free(held);
}

struct told *told_new(const struct lexicon *lexicon) {
  struct told *told = g_new(struct told, 1);
  *told = (struct told){lexicon, g_hash_table_new_full(text_hash, text_equal, NULL, text_free)};
  return told;
}

void told_free(struct told *told) {
  g_hash_table_unref(told->texts);
  g_free(told);
}

void told_begin(struct told *told) {
  if (g_hash_table_size(told->texts) > TEXTS_MOST) g_hash_table_remove_all(told->texts);
}

struct told_text *told_of(struct told *told, const char *text, gsize length) {
  const struct told_text wanted = {.text = text, .length = length};
  struct told_text *held = g_hash_table_lookup(told->texts, &wanted);
  if (held) return held;
  held = g_malloc0(sizeof *held + length);
  held->text = memcpy(held + 1, text, length), held->length = length;
  g_hash_table_add(told->texts, held);
  return held;
}

const guint64 *told_sifted(struct told *told, struct told_text *held, const char *text, gsize length) {
  if (held->sifted) return held->sifted;
  held->sifted = g_new(guint64, lexicon_sift_size(told->lexicon));
  lexicon_sift(told->lexicon, text, length, held->sifted);
  return held->sifted;
}

enum told_state told_state(const struct told_text *held, enum words words) { return held->states[words]; }

void told_set(struct told_text *held, enum words words, enum told_state state) { held->states[words] = (guint8)state; }

void told_first(const struct told_text *held, enum words words, struct span *where, struct span *group) {
  const struct kept *kept = held->kept[words];
  *where = kept->spans[0];
  if (group) *group = kept->spans[kept->count];
}

void told_hits(const struct told_text *held, enum words words, struct hits *hits) {
  const struct kept *kept = held->kept[words];
  hits->count = kept->count;
  memcpy(hits->at, kept->spans, kept->count * sizeof *kept->spans);
  memcpy(hits->group, kept->spans + kept->count, kept->count * sizeof *kept->spans);
}

void told_keep(struct told_text *held, enum words words, enum told_state state, const struct hits *hits) {
  gsize size = hits->count * sizeof *hits->at;
  struct kept *kept = g_realloc(held->kept[words], sizeof *kept + 2 * size);
  kept->count = hits->count;
  memcpy(kept->spans, hits->at, size);
  memcpy(kept->spans + kept->count, hits->group, size);
  held->kept[words] = kept;
  told_set(held, words, state);
}
