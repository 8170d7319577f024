/* Whether two names can be one person's: a candidate's and another's, an officer's words and an account's owner. Words alone are
   compared; who that is, roster.c finds. */
#define _GNU_SOURCE /* strcasestr */
#include "analyze/people/name.h"
#include "include/text.h"
#include <string.h>

enum { WORDS_MOST = 32 };

struct pairing {
  const GPtrArray *shorter, *longer;
  bool met[WORDS_MOST], taken[WORDS_MOST]; /* words of the shorter, of the longer */
  bool stretched;                          /* a whole word met only a middle initial */
};

static bool word_initial(const char *word) { return !*g_utf8_next_char(word); }

/* Equal words first, then an initial for a word that it begins. Returns how many whole words are equal. */
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

/* Nothing in one name speaks against the other: an initial that the other lacks says nothing, one that stands against another
   word does ("S. Gaines", "Marcus Gaines"; "Marcus Gaines", "Stella M. Gaines"). */
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

/* ------------------------------------------------------------------------------------------------------- one spelling */

/* Written as one word: "de la Cruz" is "Delacruz", "St. John" is "Saint John", "Löwe" is "Loewe". */
static char *joined(const GPtrArray *words, guint from, guint to) {
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

/* The words of one are those of the other, written apart or together, in either order. */
static bool words_joined(const GPtrArray *x, const GPtrArray *y) {
  g_autofree char *one = joined(x, 0, x->len), *twice = g_strconcat(one, one, NULL), *other = joined(y, 0, y->len);
  return x->len > 1 && y->len > 1 && strlen(one) == strlen(other) && strlen(one) > 5 && strstr(twice, other);
}

static enum name_match words_compare(const GPtrArray *x, const GPtrArray *y) {
  guint whole;
  const GPtrArray *shorter = x->len <= y->len ? x : y, *longer = x->len <= y->len ? y : x;
  if (!shorter->len) return NAME_PARTLY;
  if (words_agree(shorter, longer, &whole)) return whole >= 2 ? NAME_SAME : whole == 1 ? NAME_PARTLY : NAME_DIFFERENT;
  return words_joined(x, y) ? NAME_SAME : NAME_DIFFERENT;
}

/* One letter off in a name of some length is a spelling, not another person; two names must still agree. */
static bool spelled_near(const char *a, const char *b) {
  g_autofree char *x = name_key(a), *y = name_key(b);
  return strchr(x, ' ') && strchr(y, ' ') && strlen(x) > 8 && text_distance(x, y) <= 1;
}

/* "Jr" and "II" are said of the same son. */
static bool suffixes_differ(const char *a, const char *b) {
  const char *x = name_suffix(a), *y = name_suffix(b);
  if (!strcmp(x, "ii")) x = "jr";
  if (!strcmp(y, "ii")) y = "jr";
  return *x && *y && strcmp(x, y);
}

/* With the nickname in place of the first name: Robert "Bobby" Cagle. */
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

/* The names of one cell: another that the person is known by, or another person. */
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
      if (p->len && q->len) best = MAX(best, one_compare(*one, *other)); /* "; DOB 6/14/72" is no name */
    }
  return best;
}

/* ------------------------------------------------------------------------------------------- a name of the personnel file */

static bool words_are(const GPtrArray *words, guint from, guint to, const char *name) {
  g_autofree char *said = joined(words, from, MIN(to, words->len));
  guint comma;
  g_autoptr(GPtrArray) each = name_words(name, &comma);
  g_autofree char *wanted = joined(each, 0, each->len);
  return *wanted && !strcmp(said, wanted);
}

/* The place of the word after the surname that WORDS begin with; 0: they begin with none. */
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

/* Middle names that only one of two gives do not count; where both do they must be equal. */
static bool firsts_are(const GPtrArray *words, guint from, guint to, const char *first) {
  guint comma;
  g_autoptr(GPtrArray) each = name_words(first, &comma), said = whole_words(words, from, to),
                       own = whole_words(each, 0, each->len);
  for (guint i = 0; i < MIN(said->len, own->len); i++)
    if (strcmp(said->pdata[i], own->pdata[i])) {
      g_autofree char *one = joined(said, 0, said->len), *other = joined(own, 0, own->len);
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

/* --------------------------------------------------------------------------------------------------------- officers' words */

/* All the words of a text, ranks too: a surname may be one. */
static GPtrArray *plain_words(const char *text) {
  g_autofree char *words = text_words(text);
  GPtrArray *all = g_ptr_array_new_with_free_func(g_free);
  g_auto(GStrv) each = g_strsplit(words, " ", -1);
  for (char **word = each; *word; word++)
    if (**word) g_ptr_array_add(all, g_strdup(*word));
  return all;
}

char *surname_joined(const char *last) {
  g_autoptr(GPtrArray) parts = plain_words(last);
  return joined(parts, 0, parts->len);
}

/* Where the words of a surname stand in others, written apart or together; of a double one, either. */
static bool surname_among(const GPtrArray *words, const char *last) {
  g_autoptr(GPtrArray) parts = plain_words(last);
  g_autofree char *whole = joined(parts, 0, parts->len);
  for (guint from = 0; from < words->len; from++) {
    for (guint to = from + 1; to <= MIN(words->len, from + 4); to++) {
      g_autofree char *said = joined(words, from, to);
      if (*whole && !strcmp(said, whole)) return true;
    }
    for (guint i = 0; i < parts->len; i++)
      if (strlen(parts->pdata[i]) > 1 && !text_particle(parts->pdata[i]) && !name_title(parts->pdata[i]) &&
          !strcmp(parts->pdata[i], words->pdata[from]))
        return true;
  }
  return false;
}

static bool surname_in(const char *text, const char *last) {
  g_autofree char *wide = name_umlauts(text), *last_wide = name_umlauts(last);
  g_autoptr(GPtrArray) words = plain_words(text), words_wide = plain_words(wide);
  return surname_among(words, last) || surname_among(words_wide, last_wide);
}

static bool surname_near(const char *text, const char *last) {
  g_autoptr(GPtrArray) words = plain_words(text);
  g_autofree char *key = text_words(last);
  for (guint i = 0; i < words->len; i++)
    if (strlen(words->pdata[i]) > 4 && strlen(key) > 4 && text_distance(words->pdata[i], key) <= 1) return true;
  return false;
}

char *surname_of(const char *name, char **first) {
  guint comma;
  g_autoptr(GPtrArray) words = name_words(name, &comma);
  guint from = comma ? 0 : words->len ? words->len - 1 : 0, to = comma ? comma : words->len;
  while (!comma && from > 1 && text_particle(words->pdata[from - 1])) from--;
  GString *last = g_string_new(NULL);
  for (guint i = from; i < to; i++) g_string_append_printf(last, "%s%s", last->len ? " " : "", (char *)words->pdata[i]);
  *first = g_strdup(comma && comma < words->len ? words->pdata[comma] : from ? words->pdata[0] : "");
  return g_string_free(last, FALSE);
}

/* What may be names of the words said: no ranks, initials, numbers. */
static GPtrArray *said_names(const char *words) {
  GPtrArray *said = plain_words(words);
  for (guint i = said->len; i-- > 0;) {
    const char *word = said->pdata[i];
    if (word_initial(word) || name_title(word) || g_ascii_isdigit(*word)) g_ptr_array_remove_index(said, i);
  }
  return said;
}

/* Of a whole name without a comma nobody knows which end is the surname. */
char *surname_other(const char *name) {
  guint comma;
  g_autoptr(GPtrArray) words = name_words(name, &comma);
  if (comma || words->len < 2) return g_strdup("");
  g_ptr_array_set_size(words, (gint)words->len - 1);
  g_ptr_array_add(words, NULL);
  return g_strjoinv(" ", (char **)words->pdata);
}

/* Officers are called by their surname: the last of the words said must be one of either end. */
static enum name_match ends_compare(const char *words, const char *one, const char *other) {
  g_autoptr(GPtrArray) said = said_names(words);
  bool either = surname_in(words, one) || (*other && surname_in(words, other));
  const char *last = said->len ? said->pdata[said->len - 1] : words;
  if (either && (surname_in(last, one) || surname_in(last, other))) return NAME_SAME;
  return either || surname_near(words, one) || surname_near(words, other) ? NAME_PARTLY : NAME_DIFFERENT;
}

enum name_match officer_compare(const char *words, const char *last, const char *first) {
  g_autofree char *own_first = NULL, *own_last = last ? g_strdup(last) : surname_of(first, &own_first);
  g_autofree char *other = last ? NULL : surname_other(first);
  if (other && *other) return ends_compare(words, own_last, other);
  if (*own_last && surname_in(words, own_last)) return NAME_SAME;
  if (*own_last && surname_near(words, own_last)) return NAME_PARTLY;
  /* "Det. Jordan": the first name alone settles nothing. */
  g_autoptr(GPtrArray) said = said_names(words);
  const char *given = last ? first : own_first;
  return *given && said->len == 1 && surname_in(words, given) ? NAME_PARTLY : NAME_DIFFERENT;
}

/* ------------------------------------------------------------------------------------------------------------- in a text */

static void place_clear(struct place *place) { g_free(place->word); }

static bool inside_word(const char *at) {
  static const char *const marks[] = {"'", "’", "´", "`"};
  for (gsize i = 0; i < G_N_ELEMENTS(marks); i++)
    if (g_str_has_prefix(at, marks[i])) return g_unichar_isalpha(g_utf8_get_char(at + strlen(marks[i])));
  return false;
}

GArray *places_of(const char *text) {
  GArray *places = g_array_new(FALSE, FALSE, sizeof(struct place));
  g_array_set_clear_func(places, (GDestroyNotify)place_clear);
  for (const char *at = text, *end; *at; at = end) {
    end = g_utf8_next_char(at);
    if (!g_unichar_isalpha(g_utf8_get_char(at))) continue;
    while (*end && (g_unichar_isalpha(g_utf8_get_char(end)) || g_unichar_ismark(g_utf8_get_char(end)) || inside_word(end)))
      end = g_utf8_next_char(end);
    g_autofree char *word = g_strndup(at, (gsize)(end - at));
    for (gsize size = strlen(word); size > 2 && (g_str_has_suffix(word, "'s") || g_str_has_suffix(word, "’s"));
         size = strlen(word))
      word[size - (word[size - 2] == '\'' ? 2 : strlen("’s"))] = 0;
    struct place place = {text_words(word), (gsize)(at - text), (gsize)(at - text) + strlen(word),
                          g_unichar_isupper(g_utf8_get_char(at))};
    g_array_append_val(places, place);
  }
  return places;
}

static const struct place *place_at(const GArray *places, guint i) { return &g_array_index(places, struct place, i); }

/* How many words from FROM on are the surname, 0: they are not. */
static guint surname_from(const GArray *places, guint from, const char *last) {
  g_autoptr(GPtrArray) run = g_ptr_array_new();
  bool capital = false;
  for (guint i = from; i < MIN(places->len, from + 4); i++) {
    g_ptr_array_add(run, place_at(places, i)->word);
    capital |= place_at(places, i)->capital;
    g_autofree char *said = joined(run, 0, run->len);
    g_autoptr(GPtrArray) parts = plain_words(last);
    g_autofree char *whole = joined(parts, 0, parts->len);
    if (capital && !strcmp(said, whole)) return run->len;
    for (guint k = 0; capital && run->len == 1 && k < parts->len; k++)
      if (strlen(parts->pdata[k]) > 2 && !text_particle(parts->pdata[k]) && !strcmp(parts->pdata[k], said)) return 1;
  }
  return 0;
}

/* Whether nothing but "and" and ranks stands between two places of a text; or, of a name that was cut short ("Rsv" of "Rsv. Ofc.
   Marsh"), ranks and initials. */
static bool joined_by_and(const char *text, gsize from, gsize to, bool cut_short) {
  if (from > to) return false;
  g_autofree char *between = g_strndup(text + from, to - from), *words = text_words(between);
  g_auto(GStrv) each = g_strsplit(words, " ", -1);
  bool and = strchr(between, '&') || (cut_short && !strpbrk(between, ",;:()"));
  for (char **word = each; *word; word++) {
    if (!strcmp(*word, "and")) and = true;
    else if (**word && (*word)[1] && !name_title(*word) && !g_ascii_isdigit(**word)) return false;
  }
  return and;
}

static enum officer_mention surname_mentioned(const char *text, const char *last, gsize start, gsize length) {
  enum officer_mention mention = MENTION_NONE;
  g_autoptr(GArray) places = places_of(text);
  for (guint i = 0; *last && i < places->len; i++) {
    guint words = surname_from(places, i, last);
    if (!words) continue;
    mention = MENTION_SOMEWHERE;
    gsize from = place_at(places, i)->start, end = place_at(places, i + words - 1)->end;
    if (from < start + length && start < end) return MENTION_JOINED;
    if (joined_by_and(text, end, start, false) || joined_by_and(text, start + length, from, true)) return MENTION_JOINED;
  }
  return mention;
}

enum officer_mention officer_mentioned(const char *text, const char *last, const char *first, gsize start, gsize length) {
  if (last) return surname_mentioned(text, last, start, length);
  g_autofree char *own_first = NULL, *own_last = surname_of(first, &own_first), *other = surname_other(first);
  return MAX(surname_mentioned(text, own_last, start, length), surname_mentioned(text, other, start, length));
}
