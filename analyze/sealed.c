/* Puts all that can be known of a lexicon beforehand into one block. */
#include "analyze/sealed.h"
#include <string.h>
#include "analyze/prefilter.h"

/* build/words.s: the blocks one after the other, then one of 0 bytes. */
extern const char words_sealed[];

static gconstpointer sealed_at(const struct sealed *sealed, guint32 offset) {
  return offset ? (const char *)sealed + offset : NULL;
}

const struct sealed_meaning *sealed_meaning(const struct sealed *sealed, guint number) {
  return (const struct sealed_meaning *)sealed_at(sealed, sealed->meanings) + number;
}

const struct sealed_pattern *sealed_pattern(const struct sealed *sealed, guint number) {
  return (const struct sealed_pattern *)sealed_at(sealed, sealed->patterns) + number;
}

const char *sealed_name(const struct sealed *sealed, guint meaning) {
  return sealed_at(sealed, sealed_meaning(sealed, meaning)->name);
}

const struct automaton *sealed_automaton(const struct sealed *sealed) { return sealed_at(sealed, sealed->automaton); }

const struct opening *sealed_opening(const struct sealed *sealed, const struct sealed_pattern *pattern) {
  return sealed_at(sealed, pattern->opening);
}

const guint8 *sealed_code(const struct sealed *sealed, const struct sealed_pattern *pattern) {
  return sealed_at(sealed, pattern->code);
}

const struct sealed *sealed_find(const char *const *paths) {
  g_autofree char *wanted = g_strjoinv("\n", (char **)(gpointer)paths);
  const struct sealed *sealed = (const struct sealed *)(const void *)words_sealed;
  for (; sealed->bytes; sealed = (const struct sealed *)(const void *)((const char *)sealed + sealed->bytes))
    if (!strcmp(sealed_at(sealed, sealed->paths), wanted)) return sealed;
  return NULL;
}

/* ------------------------------------------------------------------------------------------------------------- making */

struct making {
  GByteArray *block;
  GArray *meanings, *patterns; /* of struct sealed_meaning, of struct sealed_pattern */
  struct literals *literals;
  struct prefilter *prefilter;
  GByteArray *(*encode)(const struct word_pattern *pattern);
};

static guint32 block_put(GByteArray *block, gconstpointer bytes, gsize size) {
  guint32 at = block->len;
  if (size) g_byte_array_append(block, bytes, (guint)size);
  while (block->len % 8) g_byte_array_append(block, (const guint8 *)"", 1);
  return at;
}

static guint32 code_put(struct making *making, const struct word_pattern *pattern) {
  if (!making->encode) return 0;
  g_autoptr(GByteArray) code = making->encode(pattern);
  return code->len ? block_put(making->block, code->data, code->len) : 0;
}

static void pattern_make(struct making *making, const struct word_pattern *pattern) {
  struct sealed_pattern sealed = {.needs = 0};
  struct literal_needs needs;
  struct opening opening;
  literals_derive(making->literals, pattern->expression, &needs);
  for (guint i = 0; i < needs.count; i++) {
    guint bit = prefilter_add(making->prefilter, needs.sets[i]);
    if (bit != G_MAXUINT) sealed.need[sealed.needs++] = bit;
  }
  if (opening_derive(pattern->expression, &opening)) sealed.opening = block_put(making->block, &opening, sizeof opening);
  sealed.code = code_put(making, pattern);
  g_array_append_val(making->patterns, sealed);
}

static void meaning_make(struct making *making, const struct word_meaning *meaning) {
  struct sealed_meaning sealed = {0, making->patterns->len, meaning->patterns->len};
  sealed.name = block_put(making->block, meaning->name, strlen(meaning->name) + 1);
  for (guint i = 0; i < meaning->patterns->len; i++)
    pattern_make(making, &g_array_index(meaning->patterns, struct word_pattern, i));
  g_array_append_val(making->meanings, sealed);
}

static struct sealed *making_end(struct making *making, const char *const *paths) {
  struct sealed head = {.meaning_count = making->meanings->len, .pattern_count = making->patterns->len};
  g_autofree char *lines = g_strjoinv("\n", (char **)(gpointer)paths);
  g_autofree struct automaton *automaton = prefilter_finish(making->prefilter);
  head.paths = block_put(making->block, lines, strlen(lines) + 1);
  head.meanings = block_put(making->block, making->meanings->data, making->meanings->len * sizeof(struct sealed_meaning));
  head.patterns = block_put(making->block, making->patterns->data, making->patterns->len * sizeof(struct sealed_pattern));
  head.automaton = block_put(making->block, automaton, automaton->bytes);
  head.bytes = making->block->len;
  memcpy(making->block->data, &head, sizeof head);
  g_array_unref(making->meanings), g_array_unref(making->patterns);
  literals_free(making->literals);
  return (struct sealed *)(void *)g_byte_array_free(making->block, FALSE);
}

struct sealed *sealed_make(const char *const *paths, const struct wordfile *words,
                           GByteArray *(*encode)(const struct word_pattern *pattern)) {
  static const struct sealed none;
  struct making making = {g_byte_array_new(),
                          g_array_new(FALSE, FALSE, sizeof(struct sealed_meaning)),
                          g_array_new(FALSE, FALSE, sizeof(struct sealed_pattern)),
                          literals_new(),
                          prefilter_new(),
                          encode};
  block_put(making.block, &none, sizeof none);
  for (guint i = 0; i < words->meanings->len; i++) meaning_make(&making, &g_array_index(words->meanings, struct word_meaning, i));
  return making_end(&making, paths);
}
