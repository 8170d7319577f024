/* Learns the agency's format from its own reports, makes the keys of numbers, and finds the report with a number. citation.c
   finds what a search cites, near_number.c slips. */
#include "analyze/number/number.h"
#include <string.h>
#include "analyze/number/report_numbers.h"
#include "include/cell/zone.h"

/* What a spreadsheet makes of "24-3" or of a long number: a month, a date, a number in short. */
static const char spoilt_pattern[] = "^\\s*(?:(?:\\d{1,2}[- ])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- "
                                     "]\\d{1,4}|\\d{1,2}[- ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
                                     "|\\d(?:\\.\\d+)?e\\+?\\d+|\\d{1,2}/\\d{1,2}/(?:\\d{2}){1,2}(?: "
                                     "0?0:00(?::00)?)?|(?:19|20)\\d\\d-\\d\\d-\\d\\d(?:[ t]00:00(?::00)?)?)\\s*$";

struct numbers *numbers_new(const char *agency, const char *pattern, const char *prefixes) {
  struct numbers *numbers = g_new0(struct numbers, 1);
  numbers->formats = g_array_new(FALSE, TRUE, sizeof(struct format));
  numbers->learnt_day = G_MININT32;
  agency_begin(&numbers->agency, agency, prefixes);
  report_numbers_begin(numbers);
  numbers->pattern = number_pattern_new(pattern);
  numbers->spoilt = g_regex_new(spoilt_pattern, G_REGEX_CASELESS, 0, NULL);
  return numbers;
}

void numbers_free(struct numbers *numbers) {
  agency_end(&numbers->agency);
  report_numbers_end(numbers);
  number_pattern_free(numbers->pattern);
  g_regex_unref(numbers->spoilt);
  g_array_unref(numbers->formats);
  g_free(numbers);
}

void numbers_add_prefix(struct numbers *numbers, const char *letters) {
  g_hash_table_add(numbers->agency.prefixes, g_strdup(letters));
}

bool numbers_spoilt(const struct numbers *numbers, const char *text) {
  return text && g_regex_match(numbers->spoilt, text, 0, NULL);
}

void numbers_learn(struct numbers *numbers, const char *text, gint32 day) {
  struct token tokens[TOKENS_MOST];
  guint count = number_tokens(text, tokens, TOKENS_MOST);
  if (!count || count >= TOKENS_MOST) return;
  int unused;
  if (day != numbers->learnt_day) {
    numbers->learnt_day = day, numbers->learnt_year = 0;
    if (day != G_MININT32) day_date(day, &numbers->learnt_year, &unused, &unused);
  }
  formats_learn(numbers->formats, tokens, count, numbers->learnt_year);
}

void numbers_settle(struct numbers *numbers) {
  formats_settle(numbers->formats, &numbers->agency);
  for (guint i = 0; i < numbers->formats->len; i++) {
    const struct format *format = &g_array_index(numbers->formats, struct format, i);
    if (format->usable && format_common(numbers->formats, format)) numbers->width = MAX(numbers->width, format->width);
  }
  numbers->main = numbers->formats->len ? &g_array_index(numbers->formats, struct format, 0) : NULL;
  if (numbers->main && !numbers->main->usable) numbers->main = NULL;
}

char *numbers_format(const struct numbers *numbers) {
  const struct format *format = numbers->main;
  if (numbers->pattern) return g_strdup("as [case_numbers] pattern says");
  if (!format) return NULL;
  if (format->year_run < 0) return g_strdup_printf("up to %u digits without a year", format->width);
  return g_strdup_printf("the year in %u digits and a sequence of up to %u digits", place_size(format->place), format->width);
}

static bool number_own(const struct numbers *numbers, const char *text, struct number_reading *out) {
  *out = (struct number_reading){0};
  if (numbers->pattern) return number_pattern_read(numbers->pattern, text, &out->year, &out->sequence) == LEXICON_YES;
  struct token tokens[TOKENS_MOST];
  guint count = number_tokens(text, tokens, TOKENS_MOST);
  for (guint i = 0; i < numbers->formats->len; i++) {
    const struct format *format = &g_array_index(numbers->formats, struct format, i);
    if (format->usable && format_read(format, &numbers->agency, tokens, count, out)) return true;
  }
  return false;
}

char *numbers_key(const struct numbers *numbers, const char *text, char **supplement) {
  struct number_reading reading;
  if (supplement) *supplement = NULL;
  if (!number_own(numbers, text, &reading)) {
    g_autofree char *plain = number_plain(text);
    return g_strdup_printf("%s", *plain ? plain : text);
  }
  if (supplement && reading.supplement) *supplement = g_strndup(reading.supplement->text, reading.supplement->length);
  return g_strdup_printf("%d/%u/%" G_GUINT64_FORMAT, reading.year, reading.series, reading.sequence);
}

guint32 numbers_enter(struct numbers *numbers, const char *text, guint32 report, struct span *supplement) {
  struct number_reading reading;
  if (supplement) *supplement = (struct span){0, 0};
  if (!number_own(numbers, text, &reading)) return report_numbers_text_enter(numbers, text, report);
  if (supplement && reading.supplement)
    *supplement = (struct span){(gsize)(reading.supplement->text - text), reading.supplement->length};
  return report_numbers_enter(numbers, &reading, report);
}

/* By the whole number, and by its digits: people leave out the letters in front. */
void numbers_add_cad(struct numbers *numbers, const char *cad, guint32 report) {
  g_autofree char *key = number_cad_key(cad);
  if (strlen(key) < 5 || number_placeholder(cad)) return;
  report_numbers_cad_enter(numbers, key, report);
  const char *digits = key;
  while (g_ascii_isalpha(*digits)) digits++;
  if (digits > key && strlen(digits) >= 7) report_numbers_cad_enter(numbers, digits, report);
}
