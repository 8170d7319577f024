/* Finds the words of a name in a text, in every spelling that people use. */
#include "include/text.h"
#include "report/release/parts.h"
#include <string.h>

enum { WORDS_MOST = 16 }; /* of a name: more is no name */

struct token {
  gsize start, end;
  char *word; /* folded */
};

static void token_free(void *data) { g_free(((struct token *)data)->word); }

static bool part_of_word(gunichar c) {
  return g_unichar_isalnum(c) || g_unichar_ismark(c) || g_unichar_type(c) == G_UNICODE_FORMAT;
}

/* TEXT without marks and what is not seen, its words in one. */
static char *folded(const char *text, gsize length) {
  GString *seen = g_string_new(NULL);
  for (const char *at = text; at < text + length; at = g_utf8_next_char(at))
    if (g_unichar_type(g_utf8_get_char(at)) != G_UNICODE_FORMAT) g_string_append_unichar(seen, g_utf8_get_char(at));
  g_autofree char *words = text_words(seen->str);
  g_string_free(seen, TRUE);
  g_auto(GStrv) each = g_strsplit(words, " ", -1);
  return g_strjoinv("", each);
}

static GArray *tokens_of(const char *text) {
  GArray *tokens = g_array_new(FALSE, FALSE, sizeof(struct token));
  g_array_set_clear_func(tokens, token_free);
  const char *from = NULL;
  for (const char *at = text;; at = g_utf8_next_char(at)) {
    bool in = *at && part_of_word(g_utf8_get_char(at));
    if (in && !from) from = at;
    if (!in && from) {
      struct token token = {(gsize)(from - text), (gsize)(at - text), folded(from, (gsize)(at - from))};
      g_array_append_val(tokens, token);
      from = NULL;
    }
    if (!*at) return tokens;
  }
}

static const struct token *token_at(const GArray *tokens, guint i) { return &g_array_index(tokens, struct token, i); }

/* Whether only one apostrophe or hyphen stands between two tokens: "O'Dell", "Smith-Jones". */
static bool joined(const char *text, const struct token *one, const struct token *next) {
  static const char *const signs[] = {"'", "’", "-", "‐", "‑", NULL};
  g_autofree char *between = g_strndup(text + one->end, next->start - one->end);
  return g_strv_contains(signs, between);
}

/* The words of a name, and what is joined in it as one word more. */
static GPtrArray *name_words(const char *name) {
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GArray) tokens = tokens_of(name);
  for (guint i = 0; i < tokens->len; i++) {
    const struct token *token = token_at(tokens, i);
    if (*token->word && !g_ascii_isdigit(*token->word)) g_ptr_array_add(words, g_strdup(token->word));
    if (i + 1 < tokens->len && joined(name, token, token_at(tokens, i + 1)))
      g_ptr_array_add(words, g_strconcat(token->word, token_at(tokens, i + 1)->word, NULL));
  }
  return words;
}

enum strength { NO_NAME, BESIDE_ONE, A_NAME }; /* BESIDE_ONE: a name where it stands beside one */

/* Of two letters: what is a word as often is a name only beside one. */
static bool common_word(const char *word) {
  static const char *const words[] = {"an", "in", "do", "so", "no", "to",  "on", "or",  "at",  "my",  "he", "by",
                                      "of", "as", "is", "it", "me", "we",  "be", "if",  "up",  "us",  "go", "am",
                                      "id", "pd", "jr", "sr", "ii", "iii", "iv", "the", "and", "for", NULL};
  return text_particle(word) || g_strv_contains(words, word);
}

/* WORD without digits at its ends: "ortega2". */
static char *letters_of(const char *word) {
  while (g_ascii_isdigit(*word)) word++;
  gsize length = strlen(word);
  while (length && g_ascii_isdigit(word[length - 1])) length--;
  return g_strndup(word, length);
}

/* "liaortega", "ortegalia" */
static bool two_of_name(const char *word, const GPtrArray *name) {
  for (guint i = 0; i < name->len && name->len <= WORDS_MOST; i++) {
    const char *rest = g_str_has_prefix(word, name->pdata[i]) ? word + strlen(name->pdata[i]) : NULL;
    for (guint k = 0; rest && *rest && k < name->len; k++)
      if (k != i && !strcmp(rest, name->pdata[k])) return true;
  }
  return false;
}

static enum strength word_strength(const char *token, const GPtrArray *name) {
  g_autofree char *word = letters_of(token);
  enum strength strength = *word && two_of_name(word, name) && strlen(word) >= 4 ? A_NAME : NO_NAME;
  for (guint i = 0; *word && i < name->len; i++) {
    const char *own = name->pdata[i];
    gsize length = strlen(own);
    bool same = !strcmp(word, own), many = length >= 4 && g_str_has_prefix(word, own) && !strcmp(word + length, "s");
    if ((same || many) && length > 1 && !common_word(own)) return A_NAME;
    if (same || (!word[1] && *word == *own)) strength = MAX(strength, BESIDE_ONE);
  }
  return strength;
}

static enum strength strength_at(const char *text, const GArray *tokens, guint i, const GPtrArray *name) {
  enum strength strength = word_strength(token_at(tokens, i)->word, name);
  for (guint k = i ? i - 1 : 0; k <= i && k + 1 < tokens->len; k++) { /* "o" and "dell" of "odell" */
    if (!joined(text, token_at(tokens, k), token_at(tokens, k + 1))) continue;
    g_autofree char *both = g_strconcat(token_at(tokens, k)->word, token_at(tokens, k + 1)->word, NULL);
    strength = MAX(strength, word_strength(both, name));
  }
  return strength;
}

static bool beside(const char *text, const struct token *one, const struct token *next) {
  g_autofree char *between = g_strndup(text + one->end, next->start - one->end);
  for (const char *at = between; *at; at = g_utf8_next_char(at))
    if (!strchr(" ,.'-_\"/()", *at) && !g_str_has_prefix(at, "’")) return false;
  return true;
}

GArray *name_find(const char *text, const char *name) {
  GArray *parts = g_array_new(FALSE, FALSE, sizeof(struct part));
  g_autoptr(GPtrArray) words = name_words(name);
  g_autoptr(GArray) tokens = tokens_of(text);
  for (guint i = 0, next; i < tokens->len; i = next) {
    guint named = 0, longer = 0;
    for (next = i; next < tokens->len; next++) {
      enum strength strength = strength_at(text, tokens, next, words);
      if (strength == NO_NAME || (next > i && !beside(text, token_at(tokens, next - 1), token_at(tokens, next)))) break;
      named += strength == A_NAME;
      longer += strlen(token_at(tokens, next)->word) > 1;
    }
    if (named || longer >= 2) { /* "Do, An" */
      struct part part = {.start = token_at(tokens, i)->start};
      part.length = token_at(tokens, next - 1)->end - part.start;
      g_array_append_val(parts, part);
    }
    next = MAX(next, i + 1);
  }
  return parts;
}
