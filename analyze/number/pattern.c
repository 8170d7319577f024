/* Reads numbers as the pattern of audit.ini says. */
#include "analyze/number/pattern.h"
#include <string.h>
#include "analyze/number/token.h"
#include "include/message.h"
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

struct number_pattern {
  pcre2_code *code;
};

struct number_pattern *number_pattern_new(const char *expression) {
  if (!expression || !*expression) return NULL;
  int fault;
  PCRE2_SIZE at;
  pcre2_code *code = pcre2_compile((PCRE2_SPTR)expression, PCRE2_ZERO_TERMINATED, PCRE2_CASELESS | PCRE2_UTF, &fault, &at, NULL);
  if (!code) {
    PCRE2_UCHAR words[128];
    pcre2_get_error_message(fault, words, sizeof words);
    stop_input("audit.ini", 0, "[case_numbers] pattern, character %zu: %s: mend the pattern", (gsize)at, (char *)words);
  }
  struct number_pattern *pattern = g_new(struct number_pattern, 1);
  pattern->code = code;
  return pattern;
}

void number_pattern_free(struct number_pattern *pattern) {
  if (!pattern) return;
  pcre2_code_free(pattern->code);
  g_free(pattern);
}

bool number_pattern_read(const struct number_pattern *pattern, const char *text, int *year, guint64 *sequence) {
  pcre2_match_data *match = pcre2_match_data_create_from_pattern(pattern->code, NULL);
  bool found = pcre2_match(pattern->code, (PCRE2_SPTR)text, strlen(text), 0, 0, match, NULL) > 0;
  PCRE2_UCHAR *number = NULL, *years = NULL;
  PCRE2_SIZE size;
  if (found && pcre2_substring_get_byname(match, (PCRE2_SPTR) "number", &number, &size) == 0) {
    *sequence = g_ascii_strtoull((char *)number, NULL, 10);
    *year = 0;
    if (pcre2_substring_get_byname(match, (PCRE2_SPTR) "year", &years, &size) == 0)
      *year = token_year((char *)years, (guint)size);
  } else found = false;
  pcre2_substring_free(number);
  pcre2_substring_free(years);
  pcre2_match_data_free(match);
  return found;
}
