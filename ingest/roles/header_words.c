/* Finds the common names of a header's words, whatever the spelling: camelCase, abbreviations, words run together, slips.
   vocabulary.c has the names. */
#include "ingest/roles/header_words.h"
#include "ingest/roles/vocabulary.h"
#include "include/text.h"
#include <string.h>

/* Words that say little about a column. Any word that is not in the vocabulary weighs 0.6, any other 1. */
static const struct {
  const char *word;
  double weight;
} light_words[] = {{"of", .1},       {"the", .1},   {"for", .1},    {"a", .1},       {"and", .1},         {"s", .1},
                   {"is", .1},       {"was", .1},   {"fr", .1},     {"frs", .1},     {"frt", .1},         {"faces", .1},
                   {"facesnxt", .1}, {"face", .1},  {"nxt", .1},    {"facial", .1},  {"recognition", .1}, {"system", .1},
                   {"local", .1},    {"utc", .1},   {"est", .1},    {"gmt", .1},     {"hrs", .1},         {"mm", .1},
                   {"dd", .1},       {"yyyy", .1},  {"hh", .1},     {"police", .2},  {"hhmm", .1},        {"search", .5},
                   {"log", .4},      {"audit", .4}, {"record", .6}, {"current", .3}, {"primary", .4},     {"schedule", .5},
                   {"at", .3},       {"on", .3},    {"in", .5},     {"full", .5},    {"date time", 2}};

double word_weight(const char *word, bool known) {
  for (guint i = 0; i < G_N_ELEMENTS(light_words); i++)
    if (light_words[i].word[0] == word[0] && light_words[i].word[1] == word[1] && !strcmp(light_words[i].word, word))
      return light_words[i].weight;
  if (g_ascii_isdigit(*word)) return .3;
  return known ? 1 : .6;
}

static bool list_has(const char *list, const char *word, gsize length) {
  for (const char *at = list; *at;) {
    gsize size = strcspn(at, " ");
    if (size == length && !memcmp(at, word, length)) return true;
    at += size + (at[size] == ' ');
  }
  return false;
}

static const char *word_name(const char *word, gsize length) {
  for (guint i = 0; i < vocabulary_count; i++)
    if (list_has(vocabulary[i].words, word, length)) return vocabulary[i].name;
  for (guint i = 0; i < vocabulary_count; i++)
    if (strlen(vocabulary[i].name) == length && !memcmp(vocabulary[i].name, word, length)) return vocabulary[i].name;
  return NULL;
}

static const char *word_name_plural(const char *word, gsize length) {
  const char *name = word_name(word, length);
  return name || length < 4 || word[length - 1] != 's' ? name : word_name(word, length - 1);
}

/* One slip in a word of five letters or more, if only one known word is that near. */
static const char *word_name_slip(const char *word) {
  const char *found = NULL;
  gsize length = strlen(word);
  if (length < 5) return NULL;
  for (guint i = 0; i < vocabulary_count; i++)
    for (const char *at = vocabulary[i].words; *at;) {
      gsize size = strcspn(at, " ");
      char candidate[WORD_BYTES] = "";
      if (size >= 5 && (at[0] == word[0] || at[1] == word[0] || at[0] == word[1]) && size < sizeof candidate &&
          size + 1 >= length && size <= length + 1)
        memcpy(candidate, at, size);
      if (*candidate && text_distance(candidate, word) <= 1) {
        if (found && strcmp(found, vocabulary[i].name)) return NULL;
        found = vocabulary[i].name;
      }
      at += size + (at[size] == ' ');
    }
  return found;
}

static void word_append(struct words *words, const char *word, gsize length, bool known) {
  if (words->count == WORDS_MAX || !length || length >= WORD_BYTES) return;
  char *to = words->at[words->count];
  memcpy(to, word, length);
  to[length] = '\0';
  for (guint i = 0; i < words->count; i++)
    if (!strcmp(words->at[i], to)) return;
  words->weight[words->count++] = word_weight(to, known);
}

static void name_append(struct words *words, const char *name) {
  for (const char *at = name; *at;) {
    gsize size = strcspn(at, " ");
    word_append(words, at, size, true);
    at += size + (at[size] == ' ');
  }
}

/* "searchdate", "employeeidno": words run together; tries the longest first. */
static bool glued_append(struct words *words, const char *word) {
  gsize length = strlen(word);
  const char *name = word_name(word, length);
  if (name) {
    name_append(words, name);
    return true;
  }
  for (gsize cut = length - 1; length >= 4 && cut >= 2; cut--) {
    const char *head = word_name(word, cut);
    if (!head || length - cut < 2) continue;
    guint count = words->count;
    name_append(words, head);
    if (glued_append(words, word + cut)) return true;
    words->count = count;
  }
  return false;
}

static bool word_light(const char *word) {
  for (guint i = 0; i < G_N_ELEMENTS(light_words); i++)
    if (!strcmp(light_words[i].word, word)) return true;
  return false;
}

static void raw_append(struct words *words, const char *word) {
  gsize length = strlen(word);
  const char *name = word_name_plural(word, length);
  if (!name && word_light(word)) word_append(words, word, length, true);
  else if (name) name_append(words, name);
  else if (length >= 5 && glued_append(words, word)) return;
  else if ((name = word_name_slip(word))) name_append(words, name);
  else word_append(words, word, length, false);
}

/* Where a word begins inside letters and digits: searchDate, IPAddress, Type1. */
static bool word_breaks(const char *start, const char *at) {
  if (at == start) return false;
  char before = at[-1], here = *at, next = at[1];
  if (g_ascii_isdigit(before) != g_ascii_isdigit(here)) return true;
  if (g_ascii_isupper(here) && g_ascii_islower(before)) return true;
  bool plural = next == 's' && !g_ascii_isalpha(at[2]);
  return g_ascii_isupper(here) && g_ascii_isupper(before) && g_ascii_islower(next) && !plural;
}

enum { HEADER_BYTES = 60, REMEMBERED_MOST = 1024 };

static void words_cut(struct words *words, const char *header) {
  char word[HEADER_BYTES + 2];
  gsize length = 0;
  words->count = 0;
  if (strlen(header) > HEADER_BYTES) return;
  for (const char *at = header;; at++) {
    bool letter = g_ascii_isalnum(*at);
    /* Single letters are joined: O.I.R., I P Address. */
    bool initial =
        length && length < 4 && at > header && !letter && *at == '.' && g_ascii_isalpha(at[1]) && !g_ascii_isalpha(at[2]);
    if (initial || *at == '\'') continue;
    if (length && (!letter || (at[-1] != '.' && word_breaks(header, at)))) {
      word[length] = '\0';
      raw_append(words, word);
      length = 0;
    }
    if (letter) word[length++] = g_ascii_tolower(*at);
    if (*at == '#') name_append(words, "number");
    if (!*at) return;
  }
}

/* Slips of known words take long to find, and the same header is looked up for each kind. */
void words_read(struct words *words, const char *header) {
  static GHashTable *remembered; /* header -> struct words; never changes once read */
  if (!remembered) remembered = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  struct words *known = g_hash_table_lookup(remembered, header);
  if (!known) {
    if (g_hash_table_size(remembered) >= REMEMBERED_MOST) g_hash_table_remove_all(remembered);
    known = g_new(struct words, 1);
    words_cut(known, header);
    g_hash_table_insert(remembered, g_strdup(header), known);
  }
  *words = *known;
}

double words_alike(const struct words *a, const struct words *b) {
  double both = 0, all = 0;
  const struct words *pair[] = {a, b};
  for (guint p = 0; p < 2; p++)
    for (guint i = 0; i < pair[p]->count; i++) {
      const char *word = pair[p]->at[i];
      if (!strcmp(word, "date") || !strcmp(word, "time")) continue;
      all += pair[p]->weight[i];
      for (guint j = 0; j < pair[1 - p]->count; j++)
        if (!strcmp(pair[1 - p]->at[j], word)) both += pair[p]->weight[i];
    }
  return all > 0 ? both / all : 1;
}
