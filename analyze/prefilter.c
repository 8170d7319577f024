/* Builds the automaton of the literals; where the literals come from is left to literal.c. */
#include "analyze/prefilter.h"
#include <string.h>
#include <xxhash.h>

/* Bytes by what they are in a literal; those that no literal has are all OTHER. */
enum { OTHER, EDGE = AUTOMATON_EDGE, CLASSES = AUTOMATON_CLASSES, STATES_LIKELY = 8192, STATES_MOST = 65000 };
#define EVERY_BIT G_MAXUINT

/* A state is entered from PARENT by CLASS; DEPTH bytes are read there. */
struct place {
  guint16 parent;
  guint8 class, depth;
};

struct ending { /* LITERAL ends in STATE */
  guint16 state;
  guint bit;
};

struct prefilter {
  guint8 classes[256];
  guint class_count, bits;
  GHashTable *bit_of; /* hash of a set -> its bit + 1 */
  GArray *next;       /* CLASSES guint16 of every state; state 0 is the start */
  GArray *places;     /* of struct place, of every state */
  GArray *endings;    /* of struct ending, until all is told */
  guint16 *masks;     /* of every state: which of SETS, 0 none */
  GArray *sets;       /* SIZE guint64 of each */
  gsize size;
};

static void state_add(struct prefilter *prefilter, guint parent, guint8 class, guint8 depth) {
  static const guint16 none[CLASSES] = {0};
  struct place place = {(guint16)parent, class, depth};
  g_array_append_vals(prefilter->next, none, CLASSES);
  g_array_append_val(prefilter->places, place);
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
  guint8 depth = 0;
  if (state_count(prefilter) + LITERAL_SIZE > STATES_MOST) return false;
  for (; *literal; literal++) {
    depth++;
    guint8 class = *literal == LITERAL_EDGE ? EDGE : byte_class(prefilter, (guint8)*literal);
    if (class == OTHER) return false;
    guint next = state_next(prefilter, state)[class];
    if (!next) {
      next = state_count(prefilter);
      state_add(prefilter, state, class, depth);
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
  prefilter->next = g_array_sized_new(FALSE, FALSE, sizeof(guint16), STATES_LIKELY * CLASSES);
  prefilter->endings = g_array_new(FALSE, FALSE, sizeof(struct ending));
  prefilter->sets = g_array_new(FALSE, TRUE, sizeof(guint64));
  prefilter->bit_of = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
  prefilter->places = g_array_sized_new(FALSE, FALSE, sizeof(struct place), STATES_LIKELY);
  state_add(prefilter, 0, OTHER, 0);
  literal_add(prefilter, "\xE2\x84\xAA", EVERY_BIT); /* U+212A and U+017F, which caseless patterns take for k and s */
  literal_add(prefilter, "\xC5\xBF", EVERY_BIT);
  return prefilter;
}

static void prefilter_free(struct prefilter *prefilter) {
  g_array_unref(prefilter->next), g_array_unref(prefilter->places);
  g_array_unref(prefilter->endings), g_array_unref(prefilter->sets);
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

static const struct place *state_place(const struct prefilter *prefilter, guint state) {
  return &g_array_index(prefilter->places, struct place, state);
}

/* All states by their depth. */
static guint16 *states_ordered(const struct prefilter *prefilter) {
  guint count = state_count(prefilter), starts[LITERAL_SIZE + 1] = {0};
  guint16 *order = g_new(guint16, count);
  for (guint i = 0; i < count; i++) starts[state_place(prefilter, i)->depth + 1]++;
  for (guint i = 1; i <= LITERAL_SIZE; i++) starts[i] += starts[i - 1];
  for (guint i = 0; i < count; i++) order[starts[state_place(prefilter, i)->depth]++] = (guint16)i;
  return order;
}

/* The states of one depth, ORDER from FIRST to LAST: where they fail to is not as deep. They are entered again before they take
   its row, for it may lead to one of them. */
static void depth_fill(struct prefilter *prefilter, const guint16 *order, guint first, guint last, guint16 *fails) {
  for (guint i = first; i < last; i++) {
    const struct place *place = state_place(prefilter, order[i]);
    fails[order[i]] = place->parent ? state_next(prefilter, fails[place->parent])[place->class] : 0;
    state_next(prefilter, place->parent)[place->class] = order[i];
  }
  for (guint i = first; i < last; i++) {
    guint state = order[i];
    memcpy(state_next(prefilter, state), state_next(prefilter, fails[state]), CLASSES * sizeof(guint16));
    state_inherit(prefilter, state, fails[state]);
  }
}

/* By breadth: a state goes on as the state that it fails to does, where it has no way of its own. */
static void transitions_fill(struct prefilter *prefilter) {
  guint count = state_count(prefilter);
  g_autofree guint16 *order = states_ordered(prefilter), *fails = g_new0(guint16, count);
  for (guint first = 1, last = 1; first < count; first = last) {
    guint8 depth = state_place(prefilter, order[first])->depth;
    while (last < count && state_place(prefilter, order[last])->depth == depth) last++;
    depth_fill(prefilter, order, first, last, fails);
  }
}

static void masks_fill(struct prefilter *prefilter) {
  prefilter->size = prefilter->bits / 64 + 1;
  prefilter->masks = g_new0(guint16, state_count(prefilter));
  g_array_set_size(prefilter->sets, (guint)prefilter->size); /* the empty one */
  for (guint i = 0; i < prefilter->endings->len; i++) {
    struct ending ending = g_array_index(prefilter->endings, struct ending, i);
    guint64 *set = state_set(prefilter, ending.state);
    if (ending.bit == EVERY_BIT) memset(set, 0xFF, prefilter->size * sizeof *set);
    else set[ending.bit / 64] |= G_GUINT64_CONSTANT(1) << ending.bit % 64;
  }
}

/* Puts SIZE bytes behind the others, at a multiple of 8; says where. */
static guint32 block_put(GByteArray *block, gconstpointer bytes, gsize size) {
  guint32 at = block->len;
  g_byte_array_append(block, bytes, (guint)size);
  while (block->len % 8) g_byte_array_append(block, (const guint8 *)"", 1);
  return at;
}

struct automaton *prefilter_finish(struct prefilter *prefilter) {
  masks_fill(prefilter);
  transitions_fill(prefilter);
  struct automaton head = {.size = (guint32)prefilter->size};
  GByteArray *block = g_byte_array_new();
  block_put(block, &head, sizeof head);
  head.next = block_put(block, prefilter->next->data, prefilter->next->len * sizeof(guint16));
  head.masks = block_put(block, prefilter->masks, state_count(prefilter) * sizeof(guint16));
  head.sets = block_put(block, prefilter->sets->data, prefilter->sets->len * sizeof(guint64));
  head.bytes = block->len;
  for (guint c = 0; c < 256; c++)
    head.classes[c] = prefilter->classes[c] | (c < 128 && (g_ascii_isalnum(c) || c == '_') ? AUTOMATON_WORD : 0);
  memcpy(block->data, &head, sizeof head);
  prefilter_free(prefilter);
  return (struct automaton *)(void *)g_byte_array_free(block, FALSE);
}
