/* Decides whether an officer's name in a report ("TFO Haddad") can mean the bearer of a name, and finds where a narrative names
   the bearer. name_compare.c compares two whole names. */
#include "analyze/people/name_words.h"
#include "include/title.h"
#include "include/text.h"
#include <string.h>

/* ------------------------------------------------------------------------------------------------------------- surnames */

GPtrArray *text_each_word(const char *text) {
  g_autofree char *words = text_words(text);
  GPtrArray *all = g_ptr_array_new_with_free_func(g_free);
  g_auto(GStrv) each = g_strsplit(words, " ", -1);
  for (char **word = each; *word; word++)
    if (**word) g_ptr_array_add(all, g_strdup(*word));
  return all;
}

char *surname_joined(const char *last) {
  g_autoptr(GPtrArray) parts = text_each_word(last);
  return words_joined(parts, 0, parts->len);
}

/* Finds the words of a surname among others, written apart or together; either part of a double surname. */
static bool surname_among(const GPtrArray *words, const char *last) {
  g_autoptr(GPtrArray) parts = text_each_word(last);
  g_autofree char *whole = words_joined(parts, 0, parts->len);
  for (guint from = 0; from < words->len; from++) {
    for (guint to = from + 1; to <= MIN(words->len, from + 4); to++) {
      g_autofree char *said = words_joined(words, from, to);
      if (*whole && !strcmp(said, whole)) return true;
    }
    for (guint i = 0; i < parts->len; i++)
      if (strlen(parts->pdata[i]) > 1 && !text_particle(parts->pdata[i]) && !title_is(parts->pdata[i], TITLE_ANY) &&
          !strcmp(parts->pdata[i], words->pdata[from]))
        return true;
  }
  return false;
}

static bool surname_in(const char *text, const char *last) {
  g_autofree char *wide = name_umlauts(text), *last_wide = name_umlauts(last);
  g_autoptr(GPtrArray) words = text_each_word(text), words_wide = text_each_word(wide);
  return surname_among(words, last) || surname_among(words_wide, last_wide);
}

static bool surname_near(const char *text, const char *last) {
  g_autoptr(GPtrArray) words = text_each_word(text);
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

/* The words that may be names: no ranks, initials, numbers. */
static GPtrArray *said_names(const char *words) {
  GPtrArray *said = text_each_word(words);
  for (guint i = said->len; i-- > 0;) {
    const char *word = said->pdata[i];
    if (word_initial(word) || title_is(word, TITLE_ANY) || g_ascii_isdigit(*word)) g_ptr_array_remove_index(said, i);
  }
  return said;
}

/* In a whole name without a comma either end may be the surname. */
char *surname_other(const char *name) {
  guint comma;
  g_autoptr(GPtrArray) words = name_words(name, &comma);
  if (comma || words->len < 2) return g_strdup("");
  g_ptr_array_set_size(words, (gint)words->len - 1);
  g_ptr_array_add(words, NULL);
  return g_strjoinv(" ", (char **)words->pdata);
}

/* -------------------------------------------------------------------------------------------------- words of an officer */

/* Officers are called by their surname: the last of the words must belong to either end. */
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
  /* "Det. Jordan": a first name alone decides nothing. */
  g_autoptr(GPtrArray) said = said_names(words);
  const char *given = last ? first : own_first;
  return *given && said->len == 1 && surname_in(words, given) ? NAME_PARTLY : NAME_DIFFERENT;
}

/* ------------------------------------------------------------------------------------------------------------ in a text */

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

/* The number of words from FROM that are the surname; 0: none. */
static guint surname_from(const GArray *places, guint from, const char *last) {
  g_autoptr(GPtrArray) run = g_ptr_array_new();
  bool capital = false;
  for (guint i = from; i < MIN(places->len, from + 4); i++) {
    g_ptr_array_add(run, place_at(places, i)->word);
    capital |= place_at(places, i)->capital;
    g_autofree char *said = words_joined(run, 0, run->len);
    g_autoptr(GPtrArray) parts = text_each_word(last);
    g_autofree char *whole = words_joined(parts, 0, parts->len);
    if (capital && !strcmp(said, whole)) return run->len;
    for (guint k = 0; capital && run->len == 1 && k < parts->len; k++)
      if (strlen(parts->pdata[k]) > 2 && !text_particle(parts->pdata[k]) && !strcmp(parts->pdata[k], said)) return 1;
  }
  return 0;
}

/* Whether there is nothing but "and" and ranks between two places of a text; or, for a name that was cut short ("Rsv" of "Rsv.
   Ofc. Marsh"), ranks and initials. */
static bool joined_by_and(const char *text, gsize from, gsize to, bool cut_short) {
  if (from > to) return false;
  g_autofree char *between = g_strndup(text + from, to - from), *words = text_words(between);
  g_auto(GStrv) each = g_strsplit(words, " ", -1);
  bool and = strchr(between, '&') || (cut_short && !strpbrk(between, ",;:()"));
  for (char **word = each; *word; word++) {
    if (!strcmp(*word, "and")) and = true;
    else if (**word && (*word)[1] && !title_is(*word, TITLE_ANY) && !g_ascii_isdigit(**word)) return false;
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

enum { ACT_WORDS = 10 };

/* What whoever stands before it did; to send or to give a picture is not to search. */
static const char *const searching[] = {"ran",       "reran",     "searched", "queried",   "scanned",  "conducted",
                                        "performed", "completed", "executed", "processed", "compared", NULL};
/* Another who may have done it. */
static const char *const others[] = {"i", "we", "he", "she", "they", "who", "you", NULL};
/* Behind such a verb: it was another search. */
static const char *const elsewhere[] = {"plate",   "plates", "tag",      "tags",      "record", "records", "history",
                                        "prints",  "print",  "warrants", "ncic",      "lineup", "warrant", "interview",
                                        "canvass", "array",  "house",    "residence", "home",   "vehicle", "scene",
                                        "traffic", "vin",    "firearms", "latents",   "stop",   NULL};

/* The number of words from I to the end of its sentence, ACT_WORDS at most. */
static guint words_after(const char *text, const GArray *places, guint i) {
  guint count = 0;
  for (; count < ACT_WORDS && i + count + 1 < places->len; count++) {
    const struct place *before = place_at(places, i + count);
    for (gsize at = before->end; at < place_at(places, i + count + 1)->start; at++)
      if (strchr("!?;:\n", text[at]) || (text[at] == '.' && before->end - before->start > 3)) return count;
  }
  return count;
}

static bool any_of(const GArray *places, guint from, guint count, const char *const *words) {
  for (guint i = from; i < from + count; i++)
    if (g_strv_contains(words, place_at(places, i)->word)) return true;
  return false;
}

/* Whether the word at I is followed, in its sentence, by what its bearer searched. */
static bool searches_after(const char *text, const GArray *places, guint i) {
  guint count = words_after(text, places, i);
  for (guint k = i + 1; k <= i + count && !g_strv_contains(others, place_at(places, k)->word); k++)
    if (g_strv_contains(searching, place_at(places, k)->word))
      return !any_of(places, k + 1, words_after(text, places, k), elsewhere);
  return false;
}

static bool surname_searches(const char *text, const char *last) {
  g_autoptr(GArray) places = places_of(text);
  for (guint i = 0; *last && i < places->len; i++) {
    guint words = surname_from(places, i, last);
    if (!words) continue;
    const char *after = text + place_at(places, i + words - 1)->end;
    bool owns = *after == '\'' || g_str_has_prefix(after, "\u2019");
    if (!owns && searches_after(text, places, i + words - 1)) return true;
  }
  return false;
}

bool officer_searches(const char *text, const char *last, const char *first) {
  if (last) return surname_searches(text, last);
  g_autofree char *own_first = NULL, *own_last = surname_of(first, &own_first), *other = surname_other(first);
  return surname_searches(text, own_last) || surname_searches(text, other);
}
