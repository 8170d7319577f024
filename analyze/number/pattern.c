/* Reads numbers by the pattern in audit.ini. */
#include "analyze/number/pattern.h"
#include <string.h>
#include "analyze/number/token.h"
#include "include/message.h"
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

enum { MATCH_LIMIT = 100000, /* about a millisecond */ GAVE_UP_MOST = 200 /* times in a run */ };

struct number_pattern {
  pcre2_code *code;
  pcre2_match_context *context;
  pcre2_match_data *match;
  guint gave_up; /* how often */
};

struct number_pattern *number_pattern_new(const char *expression) {
  if (!expression || !*expression) return NULL;
  int fault;
  PCRE2_SIZE at;
  pcre2_code *code = pcre2_compile((PCRE2_SPTR)expression, PCRE2_ZERO_TERMINATED, PCRE2_CASELESS | PCRE2_UTF, &fault, &at, NULL);
  if (!code) {
    PCRE2_UCHAR words[128];
    pcre2_get_error_message(fault, words, sizeof words);
    stop_input("audit.ini", 0, "[case_numbers] pattern, character %zu: %s: correct the pattern", (gsize)at, (char *)words);
  }
  struct number_pattern *pattern = g_new0(struct number_pattern, 1);
  pattern->code = code;
  pattern->context = pcre2_match_context_create(NULL);
  pattern->match = pcre2_match_data_create_from_pattern(code, NULL);
  pcre2_set_match_limit(pattern->context, MATCH_LIMIT);
  return pattern;
}

void number_pattern_free(struct number_pattern *pattern) {
  if (!pattern) return;
  pcre2_match_data_free(pattern->match), pcre2_match_context_free(pattern->context), pcre2_code_free(pattern->code);
  g_free(pattern);
}

/* The digits of a group; NULL if it took no part. */
static char *group_text(const struct number_pattern *pattern, const char *name) {
  PCRE2_UCHAR *text;
  PCRE2_SIZE size;
  if (pcre2_substring_get_byname(pattern->match, (PCRE2_SPTR)name, &text, &size)) return NULL;
  char *copy = g_strndup((const char *)text, size);
  pcre2_substring_free(text);
  return copy;
}

enum lexicon_result number_pattern_read(struct number_pattern *pattern, const char *text, int *year, guint64 *sequence) {
  if (pattern->gave_up >= GAVE_UP_MOST) return LEXICON_GAVE_UP;
  int answer = pcre2_match(pattern->code, (PCRE2_SPTR)text, strlen(text), 0, 0, pattern->match, pattern->context);
  if (answer < 0 && answer != PCRE2_ERROR_NOMATCH) return pattern->gave_up++, LEXICON_GAVE_UP;
  g_autofree char *number = answer > 0 ? group_text(pattern, "number") : NULL;
  if (!number) return LEXICON_NO;
  g_autofree char *years = group_text(pattern, "year");
  *sequence = g_ascii_strtoull(number, NULL, 10);
  *year = years ? token_year(years, (guint)strlen(years)) : 0;
  return LEXICON_YES;
}
