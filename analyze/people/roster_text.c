/* Finds the people whose surnames are words of a text. The callers decide who is meant. */
#include "analyze/people/roster.h"
#include "analyze/people/roster_members.h"
#include "analyze/people/name.h"
#include "include/text.h"
#include <string.h>

/* "Marsh's report", "Marsh’s report": the name without its possessive ending. */
static char *without_possessives(const char *text) {
  GString *plain = g_string_new(NULL);
  while (*text) {
    gsize mark = *text == '\'' ? 1 : g_str_has_prefix(text, "’") ? strlen("’") : 0;
    bool owns = mark && (text[mark] == 's' || text[mark] == 'S') && !g_ascii_isalpha(text[mark + 1]);
    if (owns) text += mark + 1, g_string_append_c(plain, ' ');
    else g_string_append_c(plain, *text++);
  }
  return g_string_free(plain, FALSE);
}

/* The word before AT in TEXT, folded, skipping a middle initial; "" after a full stop or at the beginning. */
static char *word_before(const char *text, const char *at) {
  const char *end = at, *from;
  for (;;) {
    while (end > text && strchr(" .", end[-1])) end--;
    from = end;
    while (from > text && (g_ascii_isalnum(from[-1]) || from[-1] == '\'' || (from[-1] & 0x80))) from--;
    if (end - from != 1 || *end != '.') break;
    end = from;
  }
  g_autofree char *word = g_strndup(from, (gsize)(end - from));
  return text_words(word);
}

/* Of several people with one surname, those whose first name precedes it; for "St. John", nobody if only "John" is there. */
static void word_named(const struct roster *roster, const char *word, const char *text, const char *at,
                       void (*found)(gint64 person, void *data), void *data) {
  const GPtrArray *same = g_hash_table_lookup(roster->by_last, word);
  if (!same) return;
  g_autofree char *before = word_before(text, at);
  bool first = false;
  for (guint i = 0; i < same->len; i++) first |= *before && member_has(((struct member *)same->pdata[i])->first, before);
  for (guint i = 0; i < same->len; i++) {
    const struct member *member = same->pdata[i];
    bool saint = g_str_has_prefix(member->last, "st ") && !g_str_has_prefix(word, "st");
    if (saint && strcmp(before, "st") && strcmp(before, "saint")) continue;
    if (!first || same->len == 1 || member_has(member->first, before)) found(member->person, data);
  }
}

/* Folds the word at TEXT as text_words does it, without a possessive ending; returns its end. */
static const char *word_fold(const char *text, char *word, gsize most) {
  gsize length = 0;
  for (; g_ascii_isalnum(*text) || *text == '\''; text++) {
    if (*text == '\'' && (text[1] == 's' || text[1] == 'S') && !g_ascii_isalpha(text[2])) {
      text++;
      break;
    }
    if (*text != '\'' && length < most) word[length++] = g_ascii_tolower(*text);
  }
  word[length] = 0;
  return text;
}

/* Nearly every word is nobody's name, and is not even folded. */
static const char *word_pass(const struct roster *roster, const char *text, bool *perhaps) {
  const char *end = text;
  while (g_ascii_isalnum(*end)) end++;
  char first[2] = {g_ascii_tolower(text[0]), end > text + 1 ? g_ascii_tolower(text[1]) : 0};
  *perhaps = *end == '\'' || roster->marks[word_mark(first, (gsize)(end - text))];
  return end;
}

void roster_named(const struct roster *roster, const char *text, void (*found)(gint64 person, void *data), void *data) {
  char word[64];
  const char *whole = text;
  if (g_str_is_ascii(text)) {
    while (*text) {
      bool perhaps;
      if (!g_ascii_isalnum(*text)) {
        text++;
        continue;
      }
      const char *end = word_pass(roster, text, &perhaps);
      if (perhaps) end = word_fold(text, word, sizeof word - 1), word_named(roster, word, whole, text, found, data);
      text = end;
    }
    return;
  }
  g_autofree char *plain = without_possessives(text), *words = text_words(plain);
  char *rest = words;
  g_autofree char *folded = g_strdup(words);
  for (char *each; (each = strsep(&rest, " "));) word_named(roster, each, folded, folded + (each - words), found, data);
}

GHashTable *roster_known_names(struct db *db) {
  GHashTable *known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  sqlite3_stmt *rows = db_prepare(db, "SELECT last_name FROM person UNION SELECT first_name FROM person "
                                      "UNION SELECT name FROM candidate");
  while (db_step(db, rows)) {
    if (db_is_null(rows, 0)) continue;
    guint comma;
    g_autoptr(GPtrArray) words = name_words(db_text(rows, 0), &comma);
    for (guint i = 0; i < words->len; i++)
      if (((char *)words->pdata[i])[1]) g_hash_table_add(known, g_strdup(words->pdata[i]));
  }
  sqlite3_finalize(rows);
  return known;
}
