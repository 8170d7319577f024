/* Tells whether the words of a text may name somebody. */
#include "report/release/wording.h"
#include "include/text.h"
#include "report/release/parts.h"
#include <string.h>

/* TEXT without the candidate's name, which has a decision of its own. */
static char *without_candidate(const struct facts *facts, const char *text) {
  g_autoptr(GArray) found = name_find(text, facts->candidate ? facts->candidate : "");
  GString *rest = g_string_new(NULL);
  gsize at = 0;
  for (guint i = 0; i < found->len; i++) {
    const struct part *part = &g_array_index(found, struct part, i);
    g_string_append_len(rest, text + at, (gssize)(part->start - at));
    at = part->start + part->length;
  }
  g_string_append(rest, text + at);
  return g_string_free(rest, FALSE);
}

/* "nhbpd", "vcso": an agency's letters. */
static bool agency_letters(const char *word) { return g_regex_match_simple("^[a-z]{1,3}(?:pd|cso)$", word, 0, 0); }

bool wording_unknown(const struct facts *facts, const char *tag, const char *text) {
  g_autofree char *rest = without_candidate(facts, text), *folded = text_words(rest);
  g_auto(GStrv) words = g_strsplit_set(folded, " 0123456789", -1);
  for (char **word = words; *word; word++)
    if (g_utf8_strlen(*word, -1) >= 3 && !offence_word(facts->release->offences, tag, *word) && !agency_letters(*word))
      return true;
  return false;
}

/* Whether TEXT, folded, names somebody whom another search selected: two words of the name stand in it. */
static bool names_other(const struct facts *facts, const char *text, GHashTable *index) {
  g_autofree char *own = text_words(facts->candidate ? facts->candidate : "");
  g_auto(GStrv) words = g_strsplit(text, " ", -1);
  for (char **word = words; *word; word++) {
    const GPtrArray *names = g_hash_table_lookup(index, *word);
    for (guint i = 0; names && i < names->len; i++) {
      g_auto(GStrv) parts = g_strsplit(names->pdata[i], " ", -1);
      guint there = 0;
      for (char **part = parts; *part; part++)
        there += strlen(*part) > 1 && !g_ascii_isdigit(**part) && g_strv_contains((const char *const *)words, *part) ? 1 : 0;
      if (there >= 2 && strcmp(names->pdata[i], own)) return true;
    }
  }
  return false;
}

/* TEXT without plates, which name nobody: "tag ABC 123". */
static char *without_plates(const char *text) {
  g_autoptr(GRegex) plates = g_regex_new(
      "\\b(?:tag|plate|lic(?:ense)?(?: plate)?)s?[:#]* *(?=[A-Z0-9 -]{0,7}\\d)[A-Z0-9]{2,4}[ -]?[A-Z0-9]{2,4}\\b", 0, 0, NULL);
  char *rest = g_regex_replace_literal(plates, text, -1, 0, "tag", 0, NULL);
  return rest ? rest : g_strdup(text);
}

/* The first word that no word file has, and no list of the release: it may be a name. */
static char *word_strange(const struct facts *facts, const char *text) {
  g_autofree char *rest = without_plates(text), *folded = text_words(rest), *padded = g_strconcat(" ", folded, " ", NULL);
  g_auto(GStrv) words = g_strsplit(facts->strange ? facts->strange : "", " ", -1);
  for (char **word = words; *word; word++) {
    g_autofree char *own = text_words(*word), *wanted = g_strconcat(" ", own, " ", NULL);
    if (*own && strstr(padded, wanted) && !offence_word(facts->release->offences, "everyday", own) && !agency_letters(own))
      return g_strdup(*word);
  }
  return NULL;
}

static bool capital(const char *word) {
  return g_unichar_isupper(g_utf8_get_char(word)) && g_unichar_islower(g_utf8_get_char(g_utf8_next_char(word)));
}

/* Whether two words that follow each other may be one person's name: "Grace Park", "john brown", "Stone, Bill". MIXED: the text
   has words with and without capitals, which therefore say something. */
static bool pair_names(const struct offences *offences, const char *one, const char *two, bool mixed) {
  g_autofree char *first = text_words(one), *second = text_words(two);
  bool given = offence_word(offences, "given", first), family = offence_word(offences, "family", second),
       turned = offence_word(offences, "family", first) && offence_word(offences, "given", second),
       capitals = mixed && capital(one) && capital(two);
  if (offence_word(offences, "title", first) || !strcmp(second, "doe")) return false; /* an officer's name is public */
  if (offence_word(offences, "called", first) && *second) return true;
  return (given && (family || offence_word(offences, "place", second))) || turned || (capitals && (given || family));
}

static bool words_mixed(char *const *words) {
  bool capitals = false, plain = false;
  for (char *const *word = words; *word; word++) {
    capitals = capitals || capital(*word);
    plain = plain || (g_utf8_strlen(*word, -1) >= 3 && g_unichar_islower(g_utf8_get_char(*word)));
  }
  return capitals && plain;
}

static bool names_by_words(const struct facts *facts, const char *text) {
  g_auto(GStrv) words = g_regex_split_simple("[^\\p{L}]+", text, 0, 0);
  bool mixed = words_mixed(words);
  if (g_regex_match_simple("\\b(?:goes by|street name|known as|nickname)\\b", text, G_REGEX_CASELESS, 0)) return true;
  const struct offences *offences = facts->release->offences;
  for (char **word = words; *word && word[1]; word++) {
    if (**word && *word[1] && pair_names(offences, *word, word[1], mixed)) return true;
  }
  for (char **word = words; *word; word++) {
    g_autofree char *own = text_words(*word);
    if (offence_word(offences, "name", own)) return true;
  }
  return false;
}

char *wording_name(const struct facts *facts, GHashTable *names) {
  g_autofree char *rest = without_candidate(facts, facts->reason), *folded = text_words(facts->reason),
                  *strange = word_strange(facts, rest);
  if (strange) return g_strdup_printf("words that no list has, which may be a name: %s", strange);
  if (names_by_words(facts, rest)) return g_strdup("words that may be a name");
  if (names_other(facts, folded, names)) return g_strdup("it names somebody whom another search selected");
  return NULL;
}
