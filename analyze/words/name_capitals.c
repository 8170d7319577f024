/* Restores the capitals of people's names in a text that has none. The caller supplies the names. */
#include "analyze/words/name_capitals.h"
#include <stdbool.h>
#include "include/title.h"
#include "include/text.h"

struct word {
  gsize start, end;
  bool known, titled, name;
};

static bool word_byte(char c) { return g_ascii_isalpha(c) || (c & 0x80) || c == '\'' || c == '-'; }

/* A word after one of these is not a name: "the case". */
static bool word_is_article(const char *word) {
  static const char *const articles[] = {"the", "a",   "an",    "this", "that", "our", "my",
                                         "his", "her", "their", "no",   "any",  "in",  NULL};
  return g_strv_contains(articles, word);
}

static GArray *words_cut(const char *text, GHashTable *people) {
  GArray *words = g_array_new(FALSE, FALSE, sizeof(struct word));
  bool titled = false, article = false;
  for (gsize at = 0, end; text[at]; at = MAX(end, at + 1)) {
    for (end = at; word_byte(text[end]); end++) {
    }
    if (end == at) continue;
    g_autofree char *written = g_strndup(text + at, end - at), *key = text_key(written);
    bool known = end - at > 1 && !article && g_hash_table_contains(people, key);
    struct word word = {at, end, known, titled, false};
    g_array_append_val(words, word);
    titled = title_is(key, TITLE_RANK | TITLE_POST), article = word_is_article(key);
  }
  return words;
}

/* "Will" and "case" are names only next to another name or after a title; a word that was a name once in this text is one again.
 */
static void words_name(GArray *words, GHashTable *named, const char *text) {
  for (guint i = 0; i < words->len; i++) {
    struct word *word = &g_array_index(words, struct word, i);
    const struct word *before = i ? word - 1 : NULL, *after = i + 1 < words->len ? word + 1 : NULL;
    bool beside =
        (before && before->known && word->start - before->end <= 2) || (after && after->known && after->start - word->end <= 2);
    word->name = word->known && (word->titled || beside);
    if (word->name) g_hash_table_add(named, g_strndup(text + word->start, word->end - word->start));
  }
}

void people_capitalise(char *text, GHashTable *people) {
  GArray *words = words_cut(text, people);
  g_autoptr(GHashTable) named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  words_name(words, named, text);
  for (guint i = 0; i < words->len; i++) {
    const struct word *word = &g_array_index(words, struct word, i);
    g_autofree char *written = g_strndup(text + word->start, word->end - word->start);
    if (word->name || (word->known && word->end - word->start > 3 && g_hash_table_contains(named, written)))
      text[word->start] = g_ascii_toupper(text[word->start]);
  }
  g_array_unref(words);
}
