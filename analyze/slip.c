/* Numbers that are one slip of the hand away from a citation. Whether the slip is believed is weighed in link.c. */
#include "number_inside.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct slips {
  const struct numbers *numbers;
  const struct citation *citation;
  slip_found found;
  void *data;
};

static void slip_try(const struct slips *slips, int year, guint64 sequence, const char *slip) {
  gint64 report = number_report(slips->numbers, year, sequence, slips->citation->series);
  if (report && report != slips->citation->report) slips->found(report, slip, slips->data);
}

static void slip_digits(const struct slips *slips, char *digits) {
  gsize length = strlen(digits);
  for (gsize i = 0; i + 1 < length; i++) {
    if (digits[i] == digits[i + 1]) continue;
    char swap = digits[i];
    digits[i] = digits[i + 1], digits[i + 1] = swap;
    slip_try(slips, slips->citation->year, g_ascii_strtoull(digits, NULL, 10), "two neighbouring digits transposed");
    swap = digits[i];
    digits[i] = digits[i + 1], digits[i + 1] = swap;
  }
  for (gsize i = 0; i < length; i++) {
    char right = digits[i];
    for (char other = '0'; other <= '9'; other++) {
      if (other == right) continue;
      digits[i] = other;
      slip_try(slips, slips->citation->year, g_ascii_strtoull(digits, NULL, 10), "one digit wrong");
    }
    digits[i] = right;
  }
}

void numbers_slips(const struct numbers *numbers, const struct citation *citation, slip_found found, void *data) {
  if (citation->kind != CITE_OWN || !citation->sequence) return;
  struct slips slips = {numbers, citation, found, data};
  char digits[24];
  snprintf(digits, sizeof digits, "%0*" G_GUINT64_FORMAT, (int)MIN(numbers->width, 12u), citation->sequence);
  slip_digits(&slips, digits);
  GHashTableIter each;
  gpointer year;
  g_hash_table_iter_init(&each, numbers->years);
  while (g_hash_table_iter_next(&each, &year, NULL))
    if (GPOINTER_TO_INT(year) != citation->year) slip_try(&slips, GPOINTER_TO_INT(year), citation->sequence, "the wrong year");
}
