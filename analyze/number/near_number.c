/* Finds numbers that are one slip away from a citation. link.c decides whether the slip is believed. */
#include "analyze/number/number.h"
#include <stdio.h>
#include <string.h>
#include "analyze/number/report_numbers.h"

/* Where slips that lead to a report are passed to. */
struct slips {
  const struct numbers *numbers;
  const struct citation *citation;
  slip_found found;
  void *data;
};

static void slip_try(const struct slips *slips, int year, guint64 sequence, const char *words) {
  if (sequence > slips->numbers->greatest) return;
  gint64 report = report_numbers_report(slips->numbers, year, sequence, slips->citation->series);
  if (report && report != slips->citation->report) slips->found(report, words, slips->data);
}

static void slip_digits(const struct slips *slips, const char *digits) {
  const struct citation *cited = slips->citation;
  guint64 worth[24] = {0};
  gsize length = strlen(digits);
  for (gsize i = length; i-- > 0;) worth[i] = i + 1 < length ? worth[i + 1] * 10 : 1;
  for (gsize i = 0; i + 1 < length; i++) {
    guint64 more = (guint64)((gint64)digits[i + 1] - digits[i]);
    if (more)
      slip_try(slips, cited->year, cited->sequence + more * (worth[i] - worth[i + 1]), "two neighbouring digits transposed");
  }
  for (gsize i = 0; i < length; i++)
    for (char other = '0'; other <= '9'; other++)
      if (other != digits[i])
        slip_try(slips, cited->year, cited->sequence + (guint64)((gint64)other - digits[i]) * worth[i], "one digit wrong");
}

void numbers_slips(const struct numbers *numbers, const struct citation *citation, slip_found found, void *data) {
  if (citation->kind != CITE_OWN || !citation->sequence) return;
  const struct slips slips = {.numbers = numbers, .citation = citation, .found = found, .data = data};
  char digits[24];
  snprintf(digits, sizeof digits, "%0*" G_GUINT64_FORMAT, (int)MIN(numbers->width, 12u), citation->sequence);
  slip_digits(&slips, digits);
  GHashTableIter each;
  gpointer year;
  g_hash_table_iter_init(&each, numbers->years);
  while (g_hash_table_iter_next(&each, &year, NULL))
    if (GPOINTER_TO_INT(year) != citation->year) slip_try(&slips, GPOINTER_TO_INT(year), citation->sequence, "the wrong year");
}
