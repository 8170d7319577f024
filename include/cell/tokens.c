/* Splits a cell into numbers, words and marks; date.c and clock.c know what they mean. */
#include "include/cell/tokens.h"
#include <string.h>

/* UTF-8 sequences that stand for an ASCII character in dates as people and programs write them. */
static const struct {
  const char *bytes;
  char as;
} wide[] = {{"\xc2\xa0", ' '},     {"\xe2\x80\xaf", ' '}, {"\xe2\x80\x89", ' '}, {"\xe2\x80\x82", ' '}, {"\xe2\x80\x83", ' '},
            {"\xe3\x80\x80", ' '}, {"\xe2\x80\x90", '-'}, {"\xe2\x80\x91", '-'}, {"\xe2\x80\x92", '-'}, {"\xe2\x80\x93", '-'},
            {"\xe2\x80\x94", '-'}, {"\xe2\x88\x92", '-'}, {"\xe2\x80\x8e", ' '}, {"\xe2\x80\x8f", ' '}};

static char wide_as(const char **text) {
  for (guint i = 0; i < G_N_ELEMENTS(wide); i++) {
    gsize length = strlen(wide[i].bytes);
    if (strncmp(*text, wide[i].bytes, length)) continue;
    *text += length;
    return wide[i].as;
  }
  return '\0';
}

/* =Spreadsheets keep text as ="..." or with a leading apostrophe. */
static const char *dress_skip(const char *text, gsize *length) {
  *length = strlen(text);
  if (*text == '\'') return --*length, text + 1;
  if (*length < 3 || text[0] != '=' || text[1] != '"' || text[*length - 1] != '"') return text;
  *length -= 3;
  return text + 2;
}

static bool text_copy(char *to, const char *text) {
  gsize length;
  char *end = to + SCAN_BYTES;
  const char *stop = (text = dress_skip(text, &length)) + length;
  while (text < stop && to < end) {
    char c = *text;
    if ((unsigned char)c < 0x80) text++;
    else if (!(c = wide_as(&text))) return false;
    if (c == '\r') c = '\n';
    if ((unsigned char)c < ' ' && c != '\n' && c != '\t') return false;
    *to++ = c == '\t' ? ' ' : g_ascii_tolower(c);
  }
  *to = '\0';
  return text >= stop;
}

static const char *token_cut(struct token *token, const char *text) {
  const char *start = text;
  token->text = start;
  token->value = 0;
  if (g_ascii_isdigit(*text)) {
    token->kind = TOKEN_NUMBER;
    for (; g_ascii_isdigit(*text); text++) token->value = text - start < 9 ? token->value * 10 + (*text - '0') : -1;
  } else if (g_ascii_isalpha(*text)) {
    token->kind = TOKEN_WORD;
    while (g_ascii_isalpha(*text)) text++;
  } else {
    token->kind = TOKEN_MARK;
    token->value = *text++;
  }
  token->length = (guint)(text - start);
  return text;
}

bool scan_read(struct scan *scan, const char *text) {
  if (!text_copy(scan->text, text)) return false;
  const char *at = scan->text;
  guint count = 0;
  for (;; count++) {
    struct token *token = &scan->at[count];
    token->blank = *at == ' ';
    while (*at == ' ') at++;
    if (!*at) break;
    if (count == SCAN_TOKENS) return false;
    at = token_cut(token, at);
  }
  for (guint i = 0; i < 4; i++) scan->at[count + i] = (struct token){TOKEN_END, false, 0, 0, at};
  return count > 0;
}

bool token_is(const struct token *token, char mark) { return token->kind == TOKEN_MARK && token->value == mark; }

bool token_word(const struct token *token, const char *word) {
  return token->kind == TOKEN_WORD && strlen(word) == token->length && !memcmp(word, token->text, token->length);
}

int token_among(const struct token *token, const char *const *words) {
  if (token->kind != TOKEN_WORD) return -1;
  for (int i = 0; words[i]; i++)
    if (token_word(token, words[i])) return i;
  return -1;
}

double token_fraction(const struct token *digits) {
  double value = 0, unit = 1;
  for (guint i = 0; i < digits->length && i < 17; i++) value += (digits->text[i] - '0') * (unit /= 10);
  return value;
}
