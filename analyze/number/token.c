/* Splits a text into runs of digits and of letters, and recognises placeholders. agency_format.c and citation.c know what the
   runs mean. */
#include "analyze/number/token.h"
#include "include/cell/cell_state.h"
#include "include/text.h"
#include <string.h>

/* Besides those of any cell. */
static const char *const placeholders[] = {"pending", "test", "no case", "no number", "no case number", "not assigned", NULL};

/* The characters in a cell. No placeholder has a digit other than 0, and most cells are plain and need no folding. */
struct makeup {
  bool wide, letters, counts; /* beyond ASCII; letters other than x; digits other than 0 */
  guint digits;
};

static struct makeup text_makeup(const char *text) {
  struct makeup makeup = {false, false, false, 0};
  for (; *text; text++) {
    makeup.wide |= (guchar)*text >= 0x80;
    makeup.letters |= g_ascii_isalpha(*text) && *text != 'x' && *text != 'X';
    makeup.digits += g_ascii_isdigit(*text) != 0;
    makeup.counts |= *text >= '1' && *text <= '9';
  }
  return makeup;
}

static bool token_nought(const struct token *token) {
  guint at = 0;
  while (at < token->length && token->text[at] == '0') at++;
  return at == token->length;
}

bool number_placeholder(const char *text) {
  if (cell_placeholder(text)) return true;
  struct makeup makeup = text_makeup(text);
  g_autofree char *folded = makeup.wide || !makeup.counts ? text_key(text) : NULL;
  const char *key = folded ? folded : text;
  if (folded && (!*key || g_strv_contains(placeholders, key))) return true;
  if (folded) makeup = text_makeup(key);
  if (makeup.letters) return false;
  if (!makeup.counts || makeup.digits < 2) return true;
  /* "26-0000": a year, and a sequence that nobody filled in. */
  struct token tokens[3];
  return number_tokens(key, tokens, 3) == 2 && tokens[1].length >= 3 && tokens[1].digits && token_nought(&tokens[1]);
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

guint64 token_number(const struct token *token) {
  enum { SURE_MOST = 18 }; /* as many digits as always fit */
  if (!token->digits || token->length > SURE_MOST) return g_ascii_strtoull(token->text, NULL, 10);
  guint64 number = 0;
  for (guint i = 0; i < token->length; i++) number = number * 10 + (guint64)(token->text[i] - '0');
  return number;
}

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

char *number_plain(const char *text) {
  GString *plain = g_string_new(NULL);
  for (; *text; text++)
    if (g_ascii_isalnum(*text)) g_string_append_c(plain, g_ascii_toupper(*text));
    else if ((guchar)*text >= 0x80 && !((guchar)*text == 0xE2)) g_string_append_c(plain, *text);
  return g_string_free(plain, FALSE);
}

/* YYYYMMDDNNNN and YYMMDDNNNN are the same number in two systems. */
char *number_cad_key(const char *cad) {
  char *key = number_plain(cad);
  if (strlen(key) == 12 && strspn(key, "0123456789") == 12 && !strncmp(key, "20", 2)) memmove(key, key + 2, 11);
  return key;
}

bool gap_joins(const struct token *token, guint most) {
  if (token->gap_length > most) return false;
  for (guint i = 0; i < token->gap_length; i++)
    if (strchr("\n,;()[]", token->gap[i])) return false;
  return true;
}
