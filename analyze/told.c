/* Remembers what the patterns found in a text, and what a narrative was found to say, by their bytes; what is looked for is
   narrative.c's. */
#include "analyze/told.h"
#include <string.h>
#include <xxhash.h>

enum { TEXTS_MOST = 1 << 17, NARRATIVES_MOST = 1 << 16, KEPT_MOST = 255, NEAR_SIZE = 128, BLOCK_SIZE = 256 * 1024 };

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
  guint8 states[W_COUNT];
  struct told_found *found;
};

/* A statement of a text that may stand elsewhere. */
struct told_said {
  guint8 meaning, first_person, value;
  guint32 sentence, start, length, value_start, value_length;
};

enum { VALUE_NONE, VALUE_NOBODY, VALUE_WORDS };

struct told_narrative {
  XXH128_hash_t hash;
  struct told_narrative *next;
  bool whole, mentions;
  guint8 statements, people;
  struct told_said *said;
  gint64 *named;
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
  struct told_narrative *narratives[NARRATIVES_MOST];
  guint count, narrative_count;
  XXH128_hash_t asked; /* the narrative asked for last */
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
  if (told->count < TEXTS_MOST && told->narrative_count < NARRATIVES_MOST) return;
  memset(told->lists, 0, sizeof told->lists);
  memset(told->narratives, 0, sizeof told->narratives);
  g_ptr_array_set_size(told->blocks, 0);
  told->used = BLOCK_SIZE, told->count = told->narrative_count = 0;
}

static struct told_text *told_find(struct told *told, const char *text, gsize length) {
  XXH128_hash_t hash = XXH3_128bits(text, length);
  struct told_text **list = &told->lists[hash.low64 % TEXTS_MOST], *held = *list;
  while (held && !XXH128_isEqual(held->hash, hash)) held = held->next;
  if (held) return held;
  held = told_room(told, sizeof *held);
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

void told_first(const struct told_text *held, enum words words, struct span *where, struct span *group) {
  const struct told_found *found = told_found(held, words);
  *where = found->spans[0];
  if (group) *group = found->spans[found->count];
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

/* ---------------------------------------------------------------------------------------------------------- narratives */

static void statement_recall(const char *text, const struct told_said *said, GArray *statements) {
  struct statement statement = {.meaning = said->meaning,
                                .first_person = said->first_person,
                                .sentence = said->sentence,
                                .start = said->start,
                                .length = said->length,
                                .value = said->value == VALUE_NOBODY ? NOBODY : NO_VALUE};
  if (said->value == VALUE_WORDS) statement.value = (struct slice){text + said->value_start, said->value_length};
  g_array_append_val(statements, statement);
}

void told_fetch(const struct told *told, const char *text, gsize length, bool in_case) {
  const struct told_narrative *held = told->narratives[XXH3_128bits_withSeed(text, length, in_case).low64 % NARRATIVES_MOST];
  __builtin_prefetch(held);
  __builtin_prefetch((const char *)held + 64); /* its statements follow it */
  __builtin_prefetch((const char *)held + 128);
}

bool told_recall(struct told *told, const char *text, gsize length, bool in_case, struct told_finds *finds) {
  told->asked = XXH3_128bits_withSeed(text, length, in_case);
  const struct told_narrative *held = told->narratives[told->asked.low64 % NARRATIVES_MOST];
  while (held && !XXH128_isEqual(held->hash, told->asked)) held = held->next;
  if (!held) return false;
  finds->whole = held->whole, finds->mentions = held->mentions;
  for (guint i = 0; i < held->statements; i++) statement_recall(text, &held->said[i], finds->statements);
  if (held->people) g_array_append_vals(finds->people, held->named, held->people);
  return true;
}

static struct told_said statement_said(const char *text, const struct statement *statement) {
  struct told_said said = {.meaning = (guint8)statement->meaning,
                           .first_person = statement->first_person,
                           .value = VALUE_NONE,
                           .sentence = statement->sentence,
                           .start = (guint32)statement->start,
                           .length = (guint32)statement->length};
  if (!statement->value.text) return said;
  said.value = statement->value.length ? VALUE_WORDS : VALUE_NOBODY;
  if (statement->value.length) said.value_start = (guint32)(statement->value.text - text);
  said.value_length = (guint32)statement->value.length;
  return said;
}

void told_remember(struct told *told, const char *text, const struct told_finds *finds) {
  const GArray *statements = finds->statements, *people = finds->people;
  if (statements->len > KEPT_MOST || people->len > KEPT_MOST) return;
  struct told_narrative *narrative = told_room(told, sizeof *narrative), **list;
  list = &told->narratives[told->asked.low64 % NARRATIVES_MOST];
  *narrative = (struct told_narrative){.hash = told->asked,
                                       .next = *list,
                                       .whole = finds->whole,
                                       .mentions = finds->mentions,
                                       .statements = (guint8)statements->len,
                                       .people = (guint8)people->len};
  narrative->said = told_room(told, statements->len * sizeof *narrative->said);
  for (guint i = 0; i < statements->len; i++)
    narrative->said[i] = statement_said(text, &g_array_index(statements, struct statement, i));
  narrative->named = told_room(told, people->len * sizeof *narrative->named);
  if (people->len) memcpy(narrative->named, people->data, people->len * sizeof *narrative->named);
  *list = narrative;
  told->narrative_count++;
}
