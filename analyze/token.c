/* A text as runs of digits and of letters, and cells that only hold a place. What the runs mean is number.c's and citation.c's.
 */
#include "number_inside.h"
#include "text.h"
#include <string.h>

static const char *const placeholders[] = {"none",
                                           "n/a",
                                           "na",
                                           "n.a.",
                                           "null",
                                           "nil",
                                           "tbd",
                                           "unknown",
                                           "unk",
                                           "pending",
                                           "test",
                                           "xxx",
                                           "xx",
                                           "x",
                                           "not applicable",
                                           "no case",
                                           "no number",
                                           "no case number",
                                           "not assigned",
                                           "-",
                                           "--",
                                           "---",
                                           ".",
                                           "*",
                                           "0",
                                           "#n/a",
                                           "?",
                                           NULL};

/* No placeholder has a digit but nought, and most cells are plain: they need no folding. */
static bool text_plain(const char *text) {
  bool counts = false;
  for (; *text; text++) {
    if ((guchar)*text >= 0x80) return false;
    counts |= *text >= '1' && *text <= '9';
  }
  return counts;
}

bool number_placeholder(const char *text) {
  g_autofree char *folded = text_plain(text) ? NULL : text_key(text);
  const char *key = folded ? folded : text;
  if (folded && (!*key || g_strv_contains(placeholders, key))) return true;
  bool letters = false, counts = false;
  guint digits = 0;
  for (const char *at = key; *at; at++) {
    letters |= g_ascii_isalpha(*at) && g_ascii_tolower(*at) != 'x';
    digits += g_ascii_isdigit(*at) != 0;
    counts |= *at >= '1' && *at <= '9';
  }
  if (letters) return false;
  /* "26-0000": a year, and a sequence that nobody filled in. */
  struct token tokens[3];
  bool unfilled = number_tokens(key, tokens, 3) == 2 && tokens[1].length >= 3 && !token_number(&tokens[1]) && tokens[1].digits;
  return !counts || digits < 2 || unfilled;
}

guint number_tokens(const char *text, struct token *tokens, guint most) {
  guint count = 0;
  const char *gap = text;
  for (const char *at = text; *at && count < most;) {
    bool digit = g_ascii_isdigit(*at), letter = g_ascii_isalpha(*at);
    if (!digit && !letter) {
      at = g_utf8_next_char(at);
      continue;
    }
    const char *end = at;
    while (digit ? g_ascii_isdigit(*end) : g_ascii_isalpha(*end)) end++;
    tokens[count++] = (struct token){at, (guint)(end - at), digit, gap, (guint)(at - gap)};
    gap = at = end;
  }
  return count;
}

guint64 token_number(const struct token *token) { return g_ascii_strtoull(token->text, NULL, 10); }

int token_year(const char *digits, guint length) {
  int year = 0;
  if (length != 2 && length != 4) return 0;
  for (guint i = 0; i < length && g_ascii_isdigit(digits[i]); i++) year = year * 10 + digits[i] - '0';
  if (length == 2) year += year < 70 ? 2000 : 1900;
  return year >= 1970 && year <= 2069 ? year : 0;
}

guint16 series_pack(const char *letters, guint length) {
  guint packed = 0;
  for (guint i = 0; i < MIN(length, 3u); i++) packed = packed * 27 + (guint)(g_ascii_toupper(letters[i]) - 'A' + 1);
  return (guint16)packed;
}
