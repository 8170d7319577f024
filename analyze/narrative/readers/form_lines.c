/* Reads forms: lines with a label and a value belong to the search that one of them, or the heading above, mentions. */
#include "analyze/narrative/readers/readers.h"

enum { FORM_LEAST = 2 /* lines */ };

/* The end of the form that begins with the sentence: a line between two with labels continues the one above. */
static guint form_end(struct reading *reading, guint first, guint *labels) {
  guint end = first;
  *labels = 0;
  for (guint i = first; i < reading->sentences->len && i <= end + 1; i++)
    if (words_in(reading, W_LABEL, reading_sentence(reading, i))) end = i, ++*labels;
  return end + 1;
}

static bool form_searches(const struct reading *reading, guint first, guint end) {
  for (guint i = first ? first - 1 : 0; i < end; i++)
    if (reading_sentence(reading, i)->heading || (i >= first && reading_sentence(reading, i)->used)) return true;
  return false;
}

void forms_read(struct reading *reading) {
  guint labels;
  for (guint first = 0, end; first < reading->sentences->len; first = end) {
    end = form_end(reading, first, &labels);
    if (labels < FORM_LEAST || !form_searches(reading, first, end)) continue;
    for (guint i = first; i < end; i++) {
      struct sentence *line = reading_sentence(reading, i);
      line->search = line->search || (!line->system && words_in(reading, W_LABEL, line) && !words_in(reading, W_ELSEWHERE, line));
    }
  }
}
