/* Compares the words of headers with the phrases that mean a role; phrases are parsed once. */
#include "ingest/roles/header_scores.h"
#include <string.h>

/* Headers of columns that play no role, whatever else they resemble. */
static const char decoys[] =
    "search type:100|modify:100|modify date:100|modify by:100|modify on:100|modify date time:100|last modify:100|page:100|"
    "page number:100|record status:100|review flag:100|flag:100|moderation:100|time frame:100|time frame start:100|"
    "time frame end:100|text prompt:100|score:100|score percent:100|candidate score:100|search score:100|export date:100|"
    "exported:100|exported on:100|print date:100|printed:100|network count:100|camera count:100|total network search:100|"
    "total workstation search:100|birth:100|birth date:100|date birth:100|race:100|sex:100|gender:100|hire date:100|"
    "date hire:100|user status:100|last user:100|last user date:100|time spent:100|time response:100|time dispatch:100|"
    "date week:100|duration:100|elapsed time:100|number page:100|create by:90|deactivate by:100|disable by:100|"
    "image client:83|image type:100|file type:100|file size:100|image quality:100|license plate:100|middle name:100|"
    "middle:100|phone number:100|home phone:100|number network:100|user type:100|user role:100|report type code:75|"
    "call back number:100|contact phone:100|officer count:100|number officer:100|number unit:100|last review date:80|"
    "row number:100|row:100|time zone:100|access level:100|access type:100|training hour:100|train time:80|"
    "address street:100|street address:100|incident address:100|full address:100|home address:100|offense count:100|"
    "image count:100|number image:100";

#define JOINED .9 /* of what the best of its words is worth alone */

enum { PHRASE_WORDS = 6, DECOY = ROLES_MOST, TARGETS };

struct phrase {
  int target; /* a role, or DECOY */
  guint value, count;
  guint words[PHRASE_WORDS]; /* by number */
  double weight;
};

/* Every phrase of a kind, and for each word, by its number, the phrases that contain it. */
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

static void phrases_add(struct phrases *phrases, int target, const char *text) {
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

static struct phrases *phrases_make(const struct kind *kind) {
  struct phrases *phrases = g_new0(struct phrases, 1);
  phrases->all = g_array_new(FALSE, FALSE, sizeof(struct phrase));
  phrases->numbers = g_hash_table_new(g_str_hash, g_str_equal);
  phrases->having = g_ptr_array_new();
  g_ptr_array_add(phrases->having, NULL); /* no word has the number 0 */
  for (int role = 0; role < kind->role_count; role++) phrases_add(phrases, role, kind->roles[role].phrases);
  phrases_add(phrases, DECOY, decoys);
  return phrases;
}

static const struct phrases *phrases_of(const struct kind *kind) {
  static GHashTable *made; /* constants, made on first use */
  if (!made) made = g_hash_table_new(NULL, NULL);
  struct phrases *phrases = g_hash_table_lookup(made, kind);
  if (!phrases) g_hash_table_insert(made, (gpointer)kind, phrases = phrases_make(kind));
  return phrases;
}

static double phrase_score(const struct phrase *phrase, const double *weight_of, double header_weight) {
  double matched = 0;
  for (guint i = 0; i < phrase->count; i++) matched += weight_of[phrase->words[i]];
  /* An extra word in the header matters less than a missing word of the phrase, which may be the decisive one. */
  double covered = matched / phrase->weight;
  return phrase->value * (matched / header_weight) * covered * covered;
}

static void scores_fill(const struct phrases *phrases, const struct words *words, double *best) {
  double weight = 0;
  guint numbers[WORDS_MAX];
  g_autofree double *weight_of = g_new0(double, phrases->having->len);
  for (guint i = 0; i < words->count; i++) {
    numbers[i] = GPOINTER_TO_UINT(g_hash_table_lookup(phrases->numbers, words->at[i]));
    /* A word in a phrase is known, even if the vocabulary has no other spelling of it. */
    double own = numbers[i] ? word_weight(words->at[i], true) : words->weight[i];
    weight += own;
    if (numbers[i]) weight_of[numbers[i]] = own;
  }
  for (guint i = 0; i < words->count; i++) {
    const GArray *having = numbers[i] ? g_ptr_array_index(phrases->having, numbers[i]) : NULL;
    for (guint k = 0; having && k < having->len; k++) {
      const struct phrase *phrase = &g_array_index(phrases->all, struct phrase, g_array_index(having, guint, k));
      best[phrase->target] = MAX(best[phrase->target], phrase_score(phrase, weight_of, weight));
    }
  }
}

/* A header all of whose words mean the role by themselves means it too: "Incident Ref", where "Incident" and "Reference" do. */
static void scores_join(const struct phrases *phrases, const struct words *words, double *best) {
  double joined[TARGETS] = {0};
  guint meant[TARGETS] = {0};
  for (guint i = 0; i < words->count; i++) {
    double alone[TARGETS] = {0};
    guint number = GPOINTER_TO_UINT(g_hash_table_lookup(phrases->numbers, words->at[i]));
    const GArray *having = number ? g_ptr_array_index(phrases->having, number) : NULL;
    for (guint k = 0; having && k < having->len; k++) {
      const struct phrase *phrase = &g_array_index(phrases->all, struct phrase, g_array_index(having, guint, k));
      if (phrase->count == 1) alone[phrase->target] = MAX(alone[phrase->target], phrase->value);
    }
    for (int target = 0; target < TARGETS; target++)
      meant[target] += alone[target] > 0, joined[target] = MAX(joined[target], alone[target]);
  }
  for (int target = 0; words->count > 1 && target < TARGETS; target++)
    if (meant[target] == words->count) best[target] = MAX(best[target], joined[target] * JOINED);
}

void scores_read(struct scores *scores, const struct kind *kind, const char *header) {
  double best[TARGETS] = {0};
  words_read(&scores->words, header);
  scores_fill(phrases_of(kind), &scores->words, best);
  scores_join(phrases_of(kind), &scores->words, best);
  memcpy(scores->role, best, sizeof scores->role);
  scores->decoy = best[DECOY];
}
