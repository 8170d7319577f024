/* Finds the words of a name in a cell or a report: without rank, number, date of birth, description or nickname. name_compare.c
   decides whether two names can be one person's; roster_cell.c finds who that is. */
#include "analyze/people/name.h"
#include "include/title.h"
#include "include/text.h"
#include <string.h>

/* After a name these words begin something else; those that may also be names do so only before a number or a colon. */
static const char *const tails[] = {"dob", "ssn", "oln", "aka", "alias", "nka", "fka", NULL};
static const char *const tails_before_more[] = {
    "id",   "no",         "sid",        "dl",   "fbi", "age", "race", "sex",  "born",  "booking", "mni", "sim",    "score",
    "conf", "similarity", "confidence", "rank", "lic", "ht",  "wt",   "star", "badge", "lead",    "emp", "shield", NULL};
static const char *const heads[] = {"candidate", "candidates", "name",    "subject", "lead", "match", "hit",
                                    "result",    "selected",   "suspect", "no",      "id",   NULL};

static bool one_of(const char *word, const char *const *list) { return g_strv_contains(list, word); }

/* "w/m", "b/f", "wm": descriptions of a person. */
static bool describes(const char *word) {
  gsize size = strlen(word);
  return (size == 2 || (size == 3 && word[1] == '/')) && strchr("wbhaiounl", word[0]) && strchr("mfx", word[size - 1]);
}

/* ----------------------------------------------------------------------------------------------------- before the words */

/* Brackets and quotes, and their contents. */
static void asides_blank(char *text) {
  static const char open[] = "([{\"", close[] = ")]}\"";
  for (char *at = text; *at; at++) {
    const char *kind = strchr(open, *at);
    char *end = kind ? strchr(at + 1, close[kind - open]) : NULL;
    if (*at == '\'' && (at == text || at[-1] == ' ')) /* 'Bobby', not O'Neal */
      for (char *mark = at + 1; !end && *mark; mark++)
        if (*mark == '\'' && (!mark[1] || strchr(" ,", mark[1]))) end = mark;
    if (!end) continue;
    memset(at, ' ', (gsize)(end - at) + 1);
    at = end;
  }
}

static bool has_letter(const char *text) {
  for (; *text; text = g_utf8_next_char(text))
    if (g_unichar_isalpha(g_utf8_get_char(text))) return true;
  return false;
}

/* "Candidate 1: Cagle, Billy": the part after the label. */
static const char *label_pass(const char *text) {
  const char *colon = strchr(text, ':');
  if (!colon || !has_letter(colon)) return text;
  g_autofree char *label = g_strndup(text, (gsize)(colon - text)), *words = text_words(label);
  g_auto(GStrv) each = g_strsplit(words, " ", -1);
  for (char **word = each; *word; word++)
    if (!g_ascii_isdigit(**word) && !one_of(*word, heads)) return text;
  return colon + 1;
}

/* Folded, with plain quotes instead of typographic ones. */
static char *name_folded(const char *name) {
  char *key = text_key(name);
  static const char *const quotes[][2] = {{"“", "\""}, {"”", "\""}, {"‘", "'"}, {"’", "'"}, {"´", "'"}, {"`", "'"}, {"ʼ", "'"}};
  GString *plain = g_string_new(key);
  g_free(key);
  for (gsize i = 0; i < G_N_ELEMENTS(quotes); i++) g_string_replace(plain, quotes[i][0], quotes[i][1], 0);
  g_autofree char *whole = g_strdup(plain->str);
  asides_blank(plain->str);
  if (!has_letter(plain->str)) g_string_assign(plain, whole);
  return g_string_free(plain, FALSE);
}

char *name_nick(const char *name) {
  g_autofree char *key = text_key(name);
  for (const char *at = key; *at; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    const char *from = g_utf8_next_char(at);
    bool plain = c == '\'' && (at == key || at[-1] == ' ');
    if (c != '"' && c != '(' && c != 0x201C && c != 0x2018 && !plain) continue;
    const char *end = from;
    while (*end && g_unichar_isalpha(g_utf8_get_char(end))) end = g_utf8_next_char(end);
    gunichar last = g_utf8_get_char(end);
    if (end > from + 1 && (last == c || last == ')' || last == 0x201D || last == 0x2019))
      return g_strndup(from, (gsize)(end - from));
  }
  return NULL;
}

/* ------------------------------------------------------------------------------------------------------------ the words */

struct token {
  char word[64];
  guint part;       /* the number of commas before it */
  bool digits;      /* it has one */
  bool before_more; /* a number, a colon, a hash follows */
};

static bool token_letter(gunichar c, gsize size) {
  return g_unichar_isalpha(c) || g_unichar_isdigit(c) || (c == '/' && (size == 1 || size == 3));
}

static void token_add(GArray *tokens, GString *word, guint part, const char *after) {
  while (word->len && word->str[word->len - 1] == '/') g_string_truncate(word, word->len - 1);
  if (!word->len) return;
  struct token token = {.part = part, .digits = strpbrk(word->str, "0123456789") && !title_is(word->str, TITLE_RANK)};
  while (*after && strchr(" .", *after)) after++;
  token.before_more = *after && (strchr(":#=", *after) || g_ascii_isdigit(*after));
  g_strlcpy(token.word, word->str, sizeof token.word);
  if (!g_utf8_validate(token.word, -1, NULL)) token.word[0] = 0; /* longer than any name */
  if (token.word[0]) g_array_append_val(tokens, token);
  g_string_truncate(word, 0);
}

/* "P.O. Haddad", "S.A. Ruiz", "T.F.O. Long": a rank in dotted letters before a name is one word. */
static gsize dotted(const char *at, GString *word) {
  gsize size = title_dotted(at);
  for (gsize i = 0; i < size; i += 2) g_string_append_c(word, at[i]);
  return size;
}

static GArray *tokens_of(const char *text) {
  GArray *tokens = g_array_new(FALSE, TRUE, sizeof(struct token));
  g_autoptr(GString) word = g_string_new(NULL);
  guint part = 0;
  const char *at = text;
  while (*at == ' ') at++;
  at += dotted(at, word);
  for (;; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    if (c && token_letter(c, word->len)) {
      g_string_append_unichar(word, c);
      continue;
    }
    if (c == '\'' && word->len) continue; /* O'Neal, ONeal */
    token_add(tokens, word, part, at);
    part += c == ',';
    if (!c) return tokens;
  }
}

static const struct token *token_at(const GArray *tokens, guint i) { return &g_array_index(tokens, struct token, i); }

/* Cuts off whatever follows a name. */
static void tail_cut(GArray *tokens) {
  guint names = 0;
  for (guint i = 0; i < tokens->len; i++) {
    const struct token *token = token_at(tokens, i);
    bool ends = one_of(token->word, tails) || (token->before_more && one_of(token->word, tails_before_more));
    bool last = i + 1 == tokens->len || token_at(tokens, i + 1)->digits;
    bool described = describes(token->word) && (strchr(token->word, '/') || (names >= 2 && last));
    if (names && (ends || described)) {
      g_array_set_size(tokens, i);
      return;
    }
    names += !token->digits && !title_is(token->word, TITLE_RANK) && token->word[1] != 0;
  }
}

static bool named_after(const GArray *tokens, guint from) {
  for (guint i = from; i < tokens->len; i++)
    if (!token_at(tokens, i)->digits && !title_is(token_at(tokens, i)->word, TITLE_RANK) &&
        !title_suffix(token_at(tokens, i)->word))
      return true;
  return false;
}

/* Whether, in the part of the name (between commas) with token I, all words up to it are offices. */
static bool leads(const GArray *tokens, guint i) {
  for (guint k = i; k-- && token_at(tokens, k)->part == token_at(tokens, i)->part;)
    if (!title_is(token_at(tokens, k)->word, TITLE_ANY) && !token_at(tokens, k)->digits) return false;
  return true;
}

static bool part_is_office(const GArray *tokens, guint i) {
  guint part = token_at(tokens, i)->part;
  for (guint k = 0; k < tokens->len; k++)
    if (token_at(tokens, k)->part == part && !title_is(token_at(tokens, k)->word, TITLE_ANY)) return false;
  return part > 0;
}

static bool token_names(const GArray *tokens, guint i, guint kept) {
  const struct token *token = token_at(tokens, i);
  if (token->digits || title_is(token->word, TITLE_RANK)) return false;
  if (title_suffix(token->word)) return !kept && !named_after(tokens, i + 1) && token->word[2];
  if (!title_is(token->word, TITLE_OFFICE)) return true;
  if (token->before_more && one_of(token->word, tails_before_more)) return false; /* "Badge 263" */
  /* "Major Ruiz" is a rank, "Ann Major", "Major, Ann" and "Det. Major" are names. */
  bool only = !named_after(tokens, i + 1) && kept == 0;
  bool surname =
      token->part == 0 && i + 1 < tokens->len && token_at(tokens, i + 1)->part == 1 && !kept && named_after(tokens, i + 1);
  if (only) return token->word[1] && !one_of(token->word, (const char *const[]){"no", "id", "the", "by", "chief", "unit", NULL});
  if (surname) return !part_is_office(tokens, i + 1);
  return !leads(tokens, i) && !part_is_office(tokens, i) && !token->before_more;
}

GPtrArray *name_words(const char *name, guint *comma) {
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  g_autofree char *folded = name_folded(name);
  g_autoptr(GArray) tokens = tokens_of(label_pass(folded));
  bool parted = false;
  *comma = 0;
  tail_cut(tokens);
  for (guint i = 0; i < tokens->len; i++) {
    const struct token *token = token_at(tokens, i);
    if (token->part && !parted) *comma = words->len, parted = true;
    if (token_names(tokens, i, words->len)) g_ptr_array_add(words, g_strdup(token->word));
  }
  if (*comma == words->len) *comma = 0;
  return words;
}

const char *name_suffix(const char *name) {
  g_autofree char *folded = name_folded(name);
  g_autoptr(GArray) tokens = tokens_of(label_pass(folded));
  tail_cut(tokens);
  for (guint i = 1; i < tokens->len; i++) {
    const char *suffix = title_suffix(token_at(tokens, i)->word);
    if (suffix && !leads(tokens, i)) return suffix;
  }
  return "";
}

char *name_spelled(const GPtrArray *words) {
  GString *said = g_string_new(NULL);
  for (guint i = 0; i < words->len; i++)
    if (((char *)words->pdata[i])[1]) g_string_append_printf(said, "%s%s", said->len ? " " : "", (char *)words->pdata[i]);
  return g_string_free(said, FALSE);
}

static int word_compare(gconstpointer a, gconstpointer b) { return strcmp(*(char *const *)a, *(char *const *)b); }

char *name_key(const char *name) {
  guint comma;
  g_autoptr(GPtrArray) words = name_words(name, &comma);
  g_ptr_array_sort(words, word_compare);
  return name_spelled(words); /* without middle initials */
}
