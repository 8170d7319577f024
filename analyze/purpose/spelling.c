/* Knows the words of the purpose files and ordinary words, and corrects slips of typing to them; purpose.c knows what the words
   mean. */
#include "analyze/purpose/spelling.h"
#include <string.h>
#include "include/assets.h"
#include "include/text.h"

#define WORD_FILE "analyze/lexicon/spelling.txt"
#define ORDINARY_FILE "analyze/lexicon/ordinary.txt"

#define SHORTEST_CORRECTED 5 /* shorter words are too similar to one another */
#define TWO_SLIPS_FROM 8

struct spelling {
  GPtrArray *targets;    /* words to which slips are corrected, in the order of the files */
  GHashTable *known;     /* all words of the files: none of them is a slip */
  GHashTable *ordinary;  /* words of the ordinary file */
  GHashTable *stems;     /* beginnings of words that the files know */
  GHashTable *corrected; /* word -> its correction: words recur */
};

#define LETTERS "abcdefghijklmnopqrstuvwxyz"
#define STEM_LEAST 5
#define STEM_MOST 31          /* no stem of the files is longer; a reason's words may be */
#define CORRECTED_MOST 100000 /* words remembered */

static void target_add(struct spelling *spelling, const char *word, gsize length) {
  g_autofree char *own = g_strndup(word, length);
  if (g_hash_table_contains(spelling->known, own)) return;
  if (length >= SHORTEST_CORRECTED) g_ptr_array_add(spelling->targets, g_strdup(own));
  g_hash_table_add(spelling->known, g_steal_pointer(&own));
}

/* Whether the letters at TEXT may begin a word: not after a letter or a set, nor in a group that ends a word. */
static bool word_begins(const char *pattern, const char *at, bool ending) {
  if (at == pattern) return true;
  if (at[-1] == '?') return at - pattern > 1 && at[-2] == ')' && !ending;
  return strchr(" |(:!=", at[-1]) && !ending;
}

/* STEM with each ending of "(?:y|ies)" at GROUP, if the group holds only endings. */
static void endings_add(struct spelling *spelling, const char *stem, gsize length, const char *group) {
  gsize size = strspn(group += 3, LETTERS "|");
  if (group[size] != ')') return;
  g_autofree char *inside = g_strndup(group, size);
  g_auto(GStrv) endings = g_strsplit(inside, "|", -1);
  for (char **ending = endings; *ending; ending++) {
    g_autofree char *word = g_strdup_printf("%.*s%s", (int)length, stem, *ending);
    target_add(spelling, word, strlen(word));
  }
}

/* The words spelt out in a pattern: "thieves?" and "batter(?:y|ies)" have two each. */
static void pattern_words(struct spelling *spelling, const char *pattern) {
  bool ending[32] = {false}; /* by depth: whether the group ends a word that began before it */
  gsize depth = 0;
  for (const char *at = pattern; *at; at++) {
    if (*at == '(' && depth + 1 < G_N_ELEMENTS(ending))
      depth++, ending[depth] = at - pattern > 1 && g_ascii_isalpha(at[-1]) && at[-2] != '\\';
    else if (*at == ')' && depth) depth--;
    else if (*at == '\\' && at[1]) at++; /* \b, \w, \s, \d */
    if (!g_ascii_islower(*at) || (at > pattern && *at != '\\' && at[-1] == '\\')) continue;
    gsize length = strspn(at, LETTERS);
    bool begins = word_begins(pattern, at, ending[depth]) || (at - pattern > 1 && at[-2] == '\\');
    const char *after = at + length;
    bool ends = !*after || strchr(" |)?", *after) || g_str_has_prefix(after, "\\b");
    if (begins && ends) target_add(spelling, at, length);
    if (begins && *after == '?') target_add(spelling, at, length - 1);
    if (begins && g_str_has_prefix(after, "(?:")) endings_add(spelling, at, length, after);
    if (begins && at > pattern && at[-1] != ' ' && length >= STEM_LEAST && g_str_has_prefix(after, "\\w*"))
      g_hash_table_add(spelling->stems, g_strndup(at, length));
    at = after - 1;
  }
}

static void file_words(struct spelling *spelling, const char *path) {
  g_auto(GStrv) lines = g_strsplit(asset_text(path), "\n", -1);
  for (char **line = lines; *line; line++)
    if (g_str_has_prefix(*line, "is:") || g_str_has_prefix(*line, "pattern:")) pattern_words(spelling, strchr(*line, ':') + 1);
}

static void word_list_read(const char *path, GHashTable *words) {
  g_auto(GStrv) lines = g_strsplit(asset_text(path), "\n", -1);
  for (char **line = lines; *line; line++) {
    if (**line == '#') continue;
    g_auto(GStrv) apart = g_strsplit(*line, " ", -1);
    for (char **word = apart; *word; word++)
      if (**word) g_hash_table_add(words, g_strdup(*word));
  }
}

struct spelling *spelling_new(const char *const *paths) {
  struct spelling *spelling = g_new(struct spelling, 1);
  spelling->targets = g_ptr_array_new_with_free_func(g_free);
  spelling->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  spelling->ordinary = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  spelling->stems = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  spelling->corrected = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (; *paths; paths++) file_words(spelling, *paths);
  word_list_read(WORD_FILE, spelling->known);
  word_list_read(ORDINARY_FILE, spelling->ordinary);
  return spelling;
}

void spelling_free(struct spelling *spelling) {
  if (!spelling) return;
  g_ptr_array_unref(spelling->targets);
  g_hash_table_unref(spelling->known);
  g_hash_table_unref(spelling->ordinary);
  g_hash_table_unref(spelling->stems);
  g_hash_table_unref(spelling->corrected);
  g_free(spelling);
}

/* "parks", "boats", "tutoring", "tallest", "dated", "hiking", "jogging", "hobbies" of "park", "date", "hike", "jog", "hobby". */
bool spelling_ordinary(const struct spelling *spelling, const char *word, gsize length) {
  static const char *const endings[][2] = {{"", ""},     {"s", ""},    {"es", ""},   {"ed", ""},  {"d", ""}, {"ing", ""},
                                           {"ing", "e"}, {"ies", "y"}, {"ied", "y"}, {"est", ""}, {"ly", ""}};
  g_autofree char *own = g_strndup(word, length);
  for (gsize i = 0; i < G_N_ELEMENTS(endings); i++) {
    if (!g_str_has_suffix(own, endings[i][0])) continue;
    gsize stem = length - strlen(endings[i][0]);
    if (stem < 2) continue;
    g_autofree char *base = g_strdup_printf("%.*s%s", (int)stem, own, endings[i][1]);
    if (g_hash_table_contains(spelling->ordinary, base)) return true;
    bool doubled = *endings[i][0] && stem > 3 && own[stem - 1] == own[stem - 2];
    if (doubled && (base[stem - 1] = 0, g_hash_table_contains(spelling->ordinary, base))) return true;
  }
  return false;
}

static bool word_known(const struct spelling *spelling, const char *word, gsize length) {
  if (g_hash_table_contains(spelling->known, word) || spelling_ordinary(spelling, word, length)) return true;
  char stem[STEM_MOST + 1];
  for (gsize i = STEM_LEAST; i < length && i <= STEM_MOST; i++) {
    g_strlcpy(stem, word, i + 1);
    if (g_hash_table_contains(spelling->stems, stem)) return true;
  }
  return false;
}

/* People get the first letter right or swap it with the second, or misplace a blank by one letter ("locat emissing"). */
static bool slip_likely(const char *word, gsize length, const char *target, gsize target_length, guint most) {
  if (length + most < target_length || target_length + most < length) return false;
  if (length >= TWO_SLIPS_FROM && (!strcmp(word + 1, target) || !strcmp(word, target + 1))) return true;
  return word[0] == target[0] || (word[0] == target[1] && (word[1] == target[0] || word[1] == target[2]));
}

/* A letter omitted, doubled or swapped with its neighbour is likelier than a wrong letter. */
static guint slip_rank(const char *word, gsize length, const char *target, gsize target_length) {
  int sum = 0;
  for (gsize i = 0; length == target_length && i < length; i++) sum += word[i] - target[i];
  return text_distance(word, target) * 2 + (sum != 0);
}

static const char *word_nearest(const struct spelling *spelling, const char *word, gsize length) {
  guint most = length >= TWO_SLIPS_FROM ? 2 : 1, nearest = (most + 1) * 2;
  const char *corrected = NULL;
  for (guint i = 0; i < spelling->targets->len && nearest > 2; i++) {
    const char *target = g_ptr_array_index(spelling->targets, i);
    gsize target_length = strlen(target);
    if (!slip_likely(word, length, target, target_length, most)) continue;
    guint rank = slip_rank(word, length, target, target_length);
    if (rank < nearest) nearest = rank, corrected = target;
  }
  return corrected;
}

bool spelling_known(const struct spelling *spelling, const char *word, gsize length) {
  return word_known(spelling, word, length);
}

const char *spelling_correct(struct spelling *spelling, const char *word) {
  gsize length = strlen(word);
  if (length < SHORTEST_CORRECTED || length > 24 || word_known(spelling, word, length)) return word;
  gpointer held;
  if (!g_hash_table_lookup_extended(spelling->corrected, word, NULL, &held)) {
    held = (gpointer)word_nearest(spelling, word, length);
    if (g_hash_table_size(spelling->corrected) < CORRECTED_MOST) g_hash_table_insert(spelling->corrected, g_strdup(word), held);
  }
  return held ? held : word;
}

/* Letters next to one another on a keyboard's row. */
static gsize keyboard_run(const char *word, gsize length) {
  static const char rows[] = "qwertyuiop asdfghjkl zxcvbnm poiuytrewq lkjhgfdsa mnbvcxz";
  gsize longest = 1, run = 1;
  for (gsize i = 1; i < length; i++) {
    const char pair[] = {word[i - 1], word[i], 0};
    run = strstr(rows, pair) ? run + 1 : 1;
    longest = MAX(longest, run);
  }
  return longest;
}

bool word_mashed(const char *word, gsize length) {
  gsize same = 1, repeated = 1, cluster = 0, longest = 0, middle = 0;
  for (gsize i = 0; i < length; i++) {
    cluster = strchr("aeiouy", word[i]) ? 0 : cluster + 1;
    longest = MAX(longest, cluster);
    middle += strchr("asdfghjkl", word[i]) != NULL;
    same = i && word[i] == word[i - 1] ? same + 1 : 1;
    repeated = MAX(repeated, same);
  }
  return repeated >= 3 || keyboard_run(word, length) >= MIN(length, 4) || (middle == length && longest >= 4);
}
