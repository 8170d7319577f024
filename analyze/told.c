/* Remembers what the patterns found in a text, by the bytes of the text; what is looked for is narrative.c's. */
#include "told.h"
#include <string.h>
#include <xxhash.h>

enum { TEXTS_MOST = 1 << 17, NEAR_SIZE = 128, BLOCK_SIZE = 256 * 1024 };

/* Hits of one kind of words: COUNT places, then COUNT groups. */
struct told_found {
  struct told_found *next;
  guint8 words, count;
  struct span spans[];
};

struct told_text {
  XXH128_hash_t hash;
  struct told_text *next;
  const guint64 *sifted; /* NULL until it is asked for */
  guint8 states[W_COUNT + 1];
  struct told_found *found;
};

/* The texts of the narrative in hand, by place: most are asked for many times in a row. */
struct near {
  const char *text;
  gsize length;
  struct told_text *held;
};

struct told {
  const struct lexicon *lexicon;
  struct told_text *lists[TEXTS_MOST];
  guint count;
  struct near near[NEAR_SIZE];
  GPtrArray *blocks;
  gsize used; /* of the last block */
};

struct told *told_new(const struct lexicon *lexicon) {
  struct told *told = g_new0(struct told, 1);
  told->lexicon = lexicon;
  told->blocks = g_ptr_array_new_with_free_func(g_free);
  told->used = BLOCK_SIZE;
  return told;
}

void told_free(struct told *told) {
  if (told) g_ptr_array_unref(told->blocks);
  g_free(told);
}

static gpointer told_room(struct told *told, gsize size) {
  size = (size + 7) & ~(gsize)7;
  if (told->used + size > BLOCK_SIZE) {
    g_ptr_array_add(told->blocks, g_malloc(BLOCK_SIZE));
    told->used = 0;
  }
  char *block = g_ptr_array_index(told->blocks, told->blocks->len - 1);
  gpointer room = block + told->used;
  told->used += size;
  return room;
}

void told_begin(struct told *told) {
  memset(told->near, 0, sizeof told->near);
  if (told->count < TEXTS_MOST) return;
  memset(told->lists, 0, sizeof told->lists);
  g_ptr_array_set_size(told->blocks, 0);
  told->used = BLOCK_SIZE, told->count = 0;
}

static struct told_text *told_find(struct told *told, const char *text, gsize length) {
  XXH128_hash_t hash = XXH3_128bits(text, length);
  struct told_text **list = &told->lists[hash.low64 % TEXTS_MOST];
  for (struct told_text *held = *list; held; held = held->next)
    if (XXH128_isEqual(held->hash, hash)) return held;
  struct told_text *held = told_room(told, sizeof *held);
  *held = (struct told_text){.hash = hash, .next = *list};
  told->count++;
  return *list = held;
}

struct told_text *told_of(struct told *told, const char *text, gsize length) {
  struct near *near = &told->near[((gsize)text * 31 + length) % NEAR_SIZE];
  if (near->text != text || near->length != length) *near = (struct near){text, length, told_find(told, text, length)};
  return near->held;
}

const guint64 *told_sifted(struct told *told, struct told_text *held, const char *text, gsize length) {
  if (held->sifted) return held->sifted;
  guint64 *sifted = told_room(told, lexicon_sift_size(told->lexicon) * sizeof *sifted);
  lexicon_sift(told->lexicon, text, length, sifted);
  return held->sifted = sifted;
}

enum told_state told_state(const struct told_text *held, enum words words) { return held->states[words]; }

void told_set(struct told_text *held, enum words words, enum told_state state) { held->states[words] = (guint8)state; }

static struct told_found *told_found(const struct told_text *held, enum words words) {
  struct told_found *found = held->found;
  while (found->words != words) found = found->next;
  return found;
}

void told_hits(const struct told_text *held, enum words words, struct hits *hits) {
  const struct told_found *found = told_found(held, words);
  hits->count = found->count;
  memcpy(hits->at, found->spans, found->count * sizeof *found->spans);
  memcpy(hits->group, found->spans + found->count, found->count * sizeof *found->spans);
}

void told_keep(struct told *told, struct told_text *held, enum words words, enum told_state state, const struct hits *hits) {
  gsize size = hits->count * sizeof *hits->at;
  struct told_found *found = told_room(told, sizeof *found + 2 * size);
  *found = (struct told_found){.next = held->found, .words = (guint8)words, .count = (guint8)hits->count};
  memcpy(found->spans, hits->at, size);
  memcpy(found->spans + hits->count, hits->group, size);
  held->found = found; /* before one that knew the first hit only */
  told_set(held, words, state);
}
