/* Builds and runs the automaton of the literals; where the literals come from is left to literal.c. */
#include "prefilter.h"
#include <string.h>
#include <xxhash.h>

/* Bytes by what they are in a literal; those that no literal has are all OTHER. */
enum { OTHER, EDGE, CLASSES = 64, STATES_LIKELY = 8192, STATES_MOST = 65000 };
#define EVERY_BIT G_MAXUINT

struct ending { /* LITERAL ends in STATE */
  guint16 state;
  guint bit;
};

struct prefilter {
  guint8 classes[256], word[256];
  guint class_count, bits;
  GHashTable *bit_of; /* hash of a set -> its bit + 1 */
  GArray *next;       /* CLASSES guint16 of every state; state 0 is the start */
  GArray *endings;    /* of struct ending, until all is told */
  guint16 *masks;     /* of every state: which of SETS, 0 none */
  GArray *sets;       /* SIZE guint64 of each */
  gsize size;
};

static void state_add(struct prefilter *prefilter) {
  static const guint16 none[CLASSES] = {0};
  g_array_append_vals(prefilter->next, none, CLASSES);
}

static guint16 *state_next(const struct prefilter *prefilter, guint state) {
  return &g_array_index(prefilter->next, guint16, (gsize)state * CLASSES);
}

static guint state_count(const struct prefilter *prefilter) { return prefilter->next->len / CLASSES; }

/* The class of a byte of a literal, new if need be; OTHER where there are too many. */
static guint8 byte_class(struct prefilter *prefilter, guint8 byte) {
  guint8 lower = (guint8)g_ascii_tolower((gchar)byte), upper = (guint8)g_ascii_toupper((gchar)byte);
  if (!prefilter->classes[lower] && prefilter->class_count < CLASSES)
    prefilter->classes[lower] = prefilter->classes[upper] = (guint8)prefilter->class_count++;
  return prefilter->classes[lower];
}

static bool literal_add(struct prefilter *prefilter, const char *literal, guint bit) {
  guint state = 0;
  if (state_count(prefilter) + LITERAL_SIZE > STATES_MOST) return false;
  for (; *literal; literal++) {
    guint8 class = *literal == LITERAL_EDGE ? EDGE : byte_class(prefilter, (guint8)*literal);
    if (class == OTHER) return false;
    guint next = state_next(prefilter, state)[class];
    if (!next) {
      next = state_count(prefilter);
      state_add(prefilter);
      state_next(prefilter, state)[class] = (guint16)next;
    }
    state = next;
  }
  struct ending ending = {(guint16)state, bit};
  g_array_append_val(prefilter->endings, ending);
  return true;
}

struct prefilter *prefilter_new(void) {
  struct prefilter *prefilter = g_new0(struct prefilter, 1);
  prefilter->class_count = EDGE + 1;
  for (guint c = 0; c < 128; c++) prefilter->word[c] = g_ascii_isalnum(c) || c == '_';
  prefilter->next = g_array_sized_new(FALSE, FALSE, sizeof(guint16), STATES_LIKELY * CLASSES);
  prefilter->endings = g_array_new(FALSE, FALSE, sizeof(struct ending));
  prefilter->sets = g_array_new(FALSE, TRUE, sizeof(guint64));
  prefilter->bit_of = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
  state_add(prefilter);
  literal_add(prefilter, "\xE2\x84\xAA", EVERY_BIT); /* U+212A and U+017F, which caseless patterns take for k and s */
  literal_add(prefilter, "\xC5\xBF", EVERY_BIT);
  return prefilter;
}

void prefilter_free(struct prefilter *prefilter) {
  if (!prefilter) return;
  g_array_unref(prefilter->next), g_array_unref(prefilter->endings), g_array_unref(prefilter->sets);
  g_hash_table_unref(prefilter->bit_of);
  g_free(prefilter->masks);
  g_free(prefilter);
}

guint prefilter_add(struct prefilter *prefilter, const struct literal_set *set) {
  guint64 key = XXH3_64bits(set->at, set->count * sizeof *set->at);
  gpointer known = g_hash_table_lookup(prefilter->bit_of, &key);
  if (known) return GPOINTER_TO_UINT(known) - 1;
  guint bit = prefilter->bits++;
  for (guint i = 0; i < set->count && bit != G_MAXUINT; i++)
    if (!literal_add(prefilter, set->at[i], bit)) bit = G_MAXUINT;
  g_hash_table_insert(prefilter->bit_of, g_memdup2(&key, sizeof key), GUINT_TO_POINTER(bit + 1));
  return bit;
}

/* ------------------------------------------------------------------------------------------------------- the automaton */

static guint64 *mask_set(const struct prefilter *prefilter, guint mask) {
  return &g_array_index(prefilter->sets, guint64, mask * prefilter->size);
}

static guint64 *state_set(struct prefilter *prefilter, guint state) {
  if (!prefilter->masks[state]) {
    prefilter->masks[state] = (guint16)(prefilter->sets->len / prefilter->size);
    g_array_set_size(prefilter->sets, prefilter->sets->len + (guint)prefilter->size);
  }
  return mask_set(prefilter, prefilter->masks[state]);
}

/* What ends in the state where STATE goes on when it fails ends in STATE too. */
static void state_inherit(struct prefilter *prefilter, guint state, guint fail) {
  if (!prefilter->masks[fail]) return;
  if (!prefilter->masks[state]) {
    prefilter->masks[state] = prefilter->masks[fail];
    return;
  }
  guint64 *own = mask_set(prefilter, prefilter->masks[state]);
  const guint64 *more = mask_set(prefilter, prefilter->masks[fail]);
  for (gsize i = 0; i < prefilter->size; i++) own[i] |= more[i];
}

/* By breadth: the state that STATE fails to is done before it, and gives it every transition that it has not. */
static void transitions_fill(struct prefilter *prefilter) {
  guint count = state_count(prefilter);
  guint16 *fails = g_new0(guint16, count), *queue = g_new(guint16, count);
  guint first = 0, last = 0;
  queue[last++] = 0;
  while (first < last) {
    guint state = queue[first++];
    guint16 *row = state_next(prefilter, state);
    const guint16 *fail = state_next(prefilter, fails[state]);
    if (state) state_inherit(prefilter, state, fails[state]);
    for (guint class = 0; class < prefilter->class_count; class ++)
      if (row[class]) queue[last++] = row[class], fails[row[class]] = state ? fail[class] : 0;
      else row[class] = fail[class];
  }
  g_free(fails), g_free(queue);
}

void prefilter_finish(struct prefilter *prefilter) {
  prefilter->size = prefilter->bits / 64 + 1;
  prefilter->masks = g_new0(guint16, state_count(prefilter));
  g_array_set_size(prefilter->sets, (guint)prefilter->size); /* the empty one */
  for (guint i = 0; i < prefilter->endings->len; i++) {
    struct ending ending = g_array_index(prefilter->endings, struct ending, i);
    guint64 *set = state_set(prefilter, ending.state);
    if (ending.bit == EVERY_BIT) memset(set, 0xFF, prefilter->size * sizeof *set);
    else set[ending.bit / 64] |= G_GUINT64_CONSTANT(1) << ending.bit % 64;
  }
  transitions_fill(prefilter);
}

gsize prefilter_size(const struct prefilter *prefilter) { return prefilter->size; }

static void found_join(const struct prefilter *prefilter, guint mask, guint64 *found) {
  const guint64 *set = mask_set(prefilter, mask);
  for (gsize i = 0; i < prefilter->size; i++) found[i] |= set[i];
}

bool prefilter_scan(const struct prefilter *prefilter, const char *text, gsize length, guint64 *found) {
  const guint16 *next = state_next(prefilter, 0), *masks = prefilter->masks;
  guint state = 0, inside = 0, seen = 0;
  memset(found, 0, prefilter->size * sizeof *found);
  for (gsize i = 0; i <= length; i++) {
    guint8 byte = i < length ? (guint8)text[i] : ' ';
    seen |= byte;
    if (prefilter->word[byte] != inside) {
      inside = !inside;
      state = next[state * CLASSES + EDGE];
      if (masks[state]) found_join(prefilter, masks[state], found);
    }
    state = next[state * CLASSES + prefilter->classes[byte]];
    if (masks[state]) found_join(prefilter, masks[state], found);
  }
  return seen < 0x80;
}
