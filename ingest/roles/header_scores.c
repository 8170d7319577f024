/* How well headers read as the phrases of roles: phrases are taken apart once, and headers met before are remembered. */
#include "ingest/roles/role_table.h"
#include <string.h>

enum { PHRASE_WORDS = 6, REMEMBERED_MOST = 1024, TARGETS = ROLE_COUNT + 1 /* the last: decoys */ };

struct phrase {
  guint target, value, count;
  guint words[PHRASE_WORDS]; /* by number */
  double weight;
};

/* Every phrase, and by the number of a word the phrases that have it. */
struct phrases {
  GArray *all;         /* of struct phrase */
  GHashTable *numbers; /* word -> its number, from 1 */
  GPtrArray *having;   /* by number: GArray of guint, positions in ALL */
};

static guint word_number(struct phrases *phrases, const char *word) {
  gpointer known = g_hash_table_lookup(phrases->numbers, word);
  if (known) return GPOINTER_TO_UINT(known);
  guint number = phrases->having->len;
  g_ptr_array_add(phrases->having, g_array_new(FALSE, FALSE, sizeof(guint)));
  g_hash_table_insert(phrases->numbers, g_strdup(word), GUINT_TO_POINTER(number));
  return number;
}

static void phrase_word(struct phrases *phrases, struct phrase *phrase, const char *at, gsize size) {
  char word[WORD_BYTES] = "";
  g_assert(size < sizeof word && phrase->count < PHRASE_WORDS);
  memcpy(word, at, size);
  guint number = word_number(phrases, word);
  phrase->words[phrase->count++] = number;
  phrase->weight += word_weight(word, true);
  g_array_append_val(g_ptr_array_index(phrases->having, number), phrases->all->len);
}

static void phrases_add(struct phrases *phrases, guint target, const char *text) {
  for (const char *at = text; *at; at += *at == '|') {
    struct phrase phrase = {.target = target};
    for (gsize size; (size = strcspn(at, " :|")); at += size + (at[size] == ' ')) {
      phrase_word(phrases, &phrase, at, size);
      if (at[size] != ' ') {
        at += size;
        break;
      }
    }
    if (*at == ':') phrase.value = (guint)g_ascii_strtoull(at + 1, NULL, 10);
    at += strcspn(at, "|");
    g_array_append_val(phrases->all, phrase);
  }
}

static struct phrases *phrases_make(void) {
  struct phrases *phrases = g_new0(struct phrases, 1);
  phrases->all = g_array_sized_new(FALSE, FALSE, sizeof(struct phrase), 2048);
  phrases->numbers = g_hash_table_new(g_str_hash, g_str_equal);
  phrases->having = g_ptr_array_new();
  g_ptr_array_add(phrases->having, NULL); /* no word has number 0 */
  for (enum role role = 0; role < ROLE_COUNT; role++) phrases_add(phrases, (guint)role, role_table[role].phrases);
  phrases_add(phrases, ROLE_COUNT, role_decoys);
  return phrases;
}

static const struct phrases *phrases_all(void) {
  static struct phrases *made; /* a constant, made when first needed */
  if (g_once_init_enter(&made)) g_once_init_leave(&made, phrases_make());
  return made;
}

static double phrase_score(const struct phrase *phrase, const double *weight_of, double header_weight) {
  double matched = 0;
  for (guint i = 0; i < phrase->count; i++) matched += weight_of[phrase->words[i]];
  /* A word more in the header is one thing; a word of the phrase that is missing may be the one that matters. */
  double covered = matched / phrase->weight;
  return phrase->value * (matched / header_weight) * covered * covered;
}

static void scores_fill(const struct phrases *phrases, const struct words *words, double *best) {
  double weight = 0;
  guint numbers[WORDS_MAX];
  g_autofree double *weight_of = g_new0(double, phrases->having->len);
  for (guint i = 0; i < words->count; i++) {
    weight += words->weight[i];
    numbers[i] = GPOINTER_TO_UINT(g_hash_table_lookup(phrases->numbers, words->at[i]));
    if (numbers[i]) weight_of[numbers[i]] = words->weight[i];
  }
  for (guint i = 0; i < words->count; i++) {
    const GArray *having = numbers[i] ? g_ptr_array_index(phrases->having, numbers[i]) : NULL;
    for (guint k = 0; having && k < having->len; k++) {
      const struct phrase *phrase = &g_array_index(phrases->all, struct phrase, g_array_index(having, guint, k));
      best[phrase->target] = MAX(best[phrase->target], phrase_score(phrase, weight_of, weight));
    }
  }
}

static struct scores *scores_make(const char *header) {
  struct scores *scores = g_new0(struct scores, 1);
  double best[TARGETS] = {0};
  words_read(&scores->words, header);
  scores_fill(phrases_all(), &scores->words, best);
  memcpy(scores->role, best, sizeof scores->role);
  scores->decoy = best[ROLE_COUNT];
  return scores;
}

const struct scores *scores_of(const char *header) {
  static GPrivate mine = G_PRIVATE_INIT((GDestroyNotify)g_hash_table_unref);
  GHashTable *remembered = g_private_get(&mine);
  if (!remembered) g_private_set(&mine, remembered = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free));
  const struct scores *known = g_hash_table_lookup(remembered, header);
  if (known) return known;
  if (g_hash_table_size(remembered) >= REMEMBERED_MOST) g_hash_table_remove_all(remembered);
  struct scores *scores = scores_make(header);
  g_hash_table_insert(remembered, g_strdup(header), scores);
  return scores;
}
