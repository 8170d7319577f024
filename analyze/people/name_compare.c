/* Decides, word by word, whether two names can be one person's. name_officer.c compares the names of officers in reports. */
#define _GNU_SOURCE /* strcasestr */
#include "analyze/people/name_words.h"
#include "include/text.h"
#include <string.h>

enum { WORDS_MOST = 32 };

struct pairing {
  const GPtrArray *shorter, *longer;
  bool met[WORDS_MOST], taken[WORDS_MOST]; /* words of the shorter, of the longer */
  bool stretched;                          /* a whole word matched only a middle initial */
};

bool word_initial(const char *word) { return !*g_utf8_next_char(word); }

/* Matches equal words first, then initials with words that they begin. Returns the number of equal whole words. */
static guint words_pair(struct pairing *pairing, bool initials) {
  guint whole = 0;
  for (guint i = 0; i < pairing->shorter->len; i++)
    for (guint j = 0; j < pairing->longer->len && !pairing->met[i]; j++) {
      const char *word = pairing->shorter->pdata[i], *other = pairing->longer->pdata[j];
      bool begins = (word_initial(word) || word_initial(other)) && g_utf8_get_char(word) == g_utf8_get_char(other);
      if (pairing->taken[j] || !(initials ? begins : !strcmp(word, other))) continue;
      pairing->met[i] = pairing->taken[j] = true;
      whole += !initials && !word_initial(word);
      pairing->stretched |= !word_initial(word) && word_initial(other) && j > 0;
    }
  return whole;
}

/* Whether nothing in one name contradicts the other: an initial that the other lacks does not, one that differs from a word does
   ("S. Gaines", "Marcus Gaines"; "Marcus Gaines", "Stella M. Gaines"). */
static bool words_agree(const GPtrArray *shorter, const GPtrArray *longer, guint *whole) {
  struct pairing pairing = {.shorter = shorter, .longer = longer};
  *whole = 0;
  if (longer->len > WORDS_MOST) return false;
  *whole = words_pair(&pairing, false);
  words_pair(&pairing, true);
  bool left = false, left_whole = false;
  for (guint j = 0; j < longer->len; j++)
    if (!pairing.taken[j]) left = true, left_whole |= !word_initial(longer->pdata[j]);
  for (guint i = 0; i < shorter->len; i++)
    if (!pairing.met[i] && (left || !word_initial(shorter->pdata[i]))) return false;
  return !(pairing.stretched && left_whole);
}

/* --------------------------------------------------------------------------------------------------------- one spelling */

char *words_joined(const GPtrArray *words, guint from, guint to) {
  GString *one = g_string_new(NULL);
  for (guint i = from; i < to; i++) g_string_append(one, strcmp(words->pdata[i], "st") ? words->pdata[i] : "saint");
  return g_string_free(one, FALSE);
}

char *name_umlauts(const char *name) {
  GString *wide = g_string_new(name);
  static const char *const letters[][2] = {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "Ae"}, {"Ö", "Oe"}, {"Ü", "Ue"},
                                           {"ø", "oe"}, {"Ø", "Oe"}, {"å", "aa"}, {"Å", "Aa"}, {"ß", "ss"}};
  for (gsize i = 0; i < G_N_ELEMENTS(letters); i++) g_string_replace(wide, letters[i][0], letters[i][1], 0);
  return g_string_free(wide, FALSE);
}

/* Whether one name has the words of the other, written apart or together, in either order. */
static bool words_equal_joined(const GPtrArray *x, const GPtrArray *y) {
  g_autofree char *one = words_joined(x, 0, x->len), *twice = g_strconcat(one, one, NULL), *other = words_joined(y, 0, y->len);
  return x->len > 1 && y->len > 1 && strlen(one) == strlen(other) && strlen(one) > 5 && strstr(twice, other);
}

/* Of two names of as many words either may be the shorter: one of them agreeing is enough. */
static enum name_match words_compare(const GPtrArray *x, const GPtrArray *y) {
  guint whole;
  const GPtrArray *shorter = x->len <= y->len ? x : y, *longer = x->len <= y->len ? y : x;
  if (!shorter->len) return NAME_PARTLY;
  if (words_agree(shorter, longer, &whole) || (x->len == y->len && words_agree(longer, shorter, &whole)))
    return whole >= 2 ? NAME_SAME : whole == 1 ? NAME_PARTLY : NAME_DIFFERENT;
  return words_equal_joined(x, y) ? NAME_SAME : NAME_DIFFERENT;
}

/* One different letter in a longer name is a spelling, not another person; two names must still agree. */
static bool spelled_near(const char *a, const char *b) {
  g_autofree char *x = name_key(a), *y = name_key(b);
  return strchr(x, ' ') && strchr(y, ' ') && MAX(strlen(x), strlen(y)) > 8 && text_distance(x, y) <= 1;
}

/* "Jr" and "II" are said of the same son. */
static bool suffixes_differ(const char *a, const char *b) {
  const char *x = name_suffix(a), *y = name_suffix(b);
  if (!strcmp(x, "ii")) x = "jr";
  if (!strcmp(y, "ii")) y = "jr";
  return *x && *y && strcmp(x, y);
}

/* Compares with the nickname in place of the first name: Robert "Bobby" Cagle. */
static void nick_take(GPtrArray *words, guint comma, const char *nick) {
  guint first = comma < words->len ? comma : 0;
  g_free(words->pdata[first]);
  words->pdata[first] = g_strdup(nick);
}

static enum name_match one_compare(const char *a, const char *b) {
  guint comma, other;
  g_autoptr(GPtrArray) x = name_words(a, &comma), y = name_words(b, &other);
  if (suffixes_differ(a, b)) return NAME_DIFFERENT;
  enum name_match match = words_compare(x, y);
  g_autofree char *nick = name_nick(a), *nick_b = name_nick(b);
  if (match == NAME_DIFFERENT && nick && x->len > 1) nick_take(x, comma, nick), match = words_compare(x, y);
  if (match == NAME_DIFFERENT && nick_b && y->len > 1) nick_take(y, other, nick_b), match = words_compare(x, y);
  return match != NAME_DIFFERENT ? match : spelled_near(a, b) ? NAME_PARTLY : NAME_DIFFERENT;
}

/* The names in one cell: an alias of the person, or another person. */
static GStrv cell_names(const char *cell) {
  GRegex *between = g_regex_new("\\s*[;|\\n]\\s*|[\\s,(]+(?:a\\.?/?k\\.?/?a\\b\\.?:?|alias:?|n/?k/?a\\b:?|f/?k/?a\\b:?)\\s*",
                                G_REGEX_CASELESS, 0, NULL);
  GStrv names = g_regex_split(between, cell, 0);
  g_regex_unref(between);
  return names;
}

static bool cell_many(const char *cell) {
  return strpbrk(cell, ";|\n") || strcasestr(cell, "aka") || strcasestr(cell, "k.a") || strcasestr(cell, "k/a") ||
         strcasestr(cell, "alias");
}

enum name_match name_compare(const char *a, const char *b) {
  if (!cell_many(a) && !cell_many(b)) return one_compare(a, b);
  g_auto(GStrv) x = cell_names(a), y = cell_names(b);
  enum name_match best = NAME_DIFFERENT;
  for (char **one = x; *one; one++)
    for (char **other = y; *other; other++) {
      guint comma;
      g_autoptr(GPtrArray) p = name_words(*one, &comma), q = name_words(*other, &comma);
      if (p->len && q->len) best = MAX(best, one_compare(*one, *other)); /* "; DOB 6/14/72" is not a name */
    }
  return best;
}

/* ----------------------------------------------------------------------------------------- a name of the personnel file */

static bool words_are(const GPtrArray *words, guint from, guint to, const char *name) {
  g_autofree char *said = words_joined(words, from, MIN(to, words->len));
  guint comma;
  g_autoptr(GPtrArray) each = name_words(name, &comma);
  g_autofree char *wanted = words_joined(each, 0, each->len);
  return *wanted && !strcmp(said, wanted);
}

/* The place of the word after the surname with which WORDS begin; 0: they do not begin with it. */
static guint last_leads(const GPtrArray *words, const char *last) {
  for (guint to = 1; to < words->len; to++)
    if (words_are(words, 0, to, last)) return to;
  return 0;
}

static guint last_trails(const GPtrArray *words, const char *last) {
  for (guint from = words->len; from-- > 1;)
    if (words_are(words, from, words->len, last)) return from;
  return 0;
}

/* The whole words of a first name and of middle names, from FROM up to TO. */
static GPtrArray *whole_words(const GPtrArray *words, guint from, guint to) {
  GPtrArray *whole = g_ptr_array_new();
  for (guint i = from; i < to; i++)
    if (!word_initial(words->pdata[i])) g_ptr_array_add(whole, words->pdata[i]);
  return whole;
}

/* A middle name that only one of the two has does not count; if both have one, they must be equal. */
static bool firsts_are(const GPtrArray *words, guint from, guint to, const char *first) {
  guint comma;
  g_autoptr(GPtrArray) each = name_words(first, &comma), said = whole_words(words, from, to),
                       own = whole_words(each, 0, each->len);
  for (guint i = 0; i < MIN(said->len, own->len); i++)
    if (strcmp(said->pdata[i], own->pdata[i])) {
      g_autofree char *one = words_joined(said, 0, said->len), *other = words_joined(own, 0, own->len);
      return !strcmp(one, other);
    }
  return said->len && own->len;
}

static bool bears(const char *name, const char *last, const char *first) {
  guint comma;
  g_autoptr(GPtrArray) words = name_words(name, &comma);
  guint behind = last_leads(words, last), before = comma ? 0 : last_trails(words, last);
  if (behind && (!comma || behind == comma) && firsts_are(words, behind, words->len, first)) return true; /* LAST, FIRST MIDDLE */
  return before && firsts_are(words, 0, before, first);                                                   /* First Middle Last */
}

bool name_bears(const char *name, const char *last, const char *first) {
  if (!cell_many(name)) return bears(name, last, first);
  g_auto(GStrv) names = cell_names(name);
  for (char **one = names; *one; one++)
    if (bears(*one, last, first)) return true;
  return false;
}
