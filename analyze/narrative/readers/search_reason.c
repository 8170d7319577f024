/* Reads why the search was made. */
#include "analyze/narrative/readers/readers.h"

/* "Purpose: to learn who ..." */
static bool reason_labelled(struct reading *reading, guint number) {
  struct span where;
  const struct sentence *sentence = reading_sentence(reading, number);
  if (!words_first(reading, W_REASON_LABEL, sentence, &where, NULL)) return false;
  statement_add(reading, SAYS_REASON, number, where, NO_VALUE);
  return true;
}

static bool reason_in(struct reading *reading, guint number) {
  const struct sentence *sentence = reading_sentence(reading, number);
  struct span where;
  struct hits none;
  if (!sentence || !words_first(reading, W_REASON, sentence, &where, NULL)) return false;
  words_all(reading, W_NONE, sentence, &none); /* "did not help to identify him" is a result */
  if (hit_overlaps(where, &none) && none.at[0].start < where.start) return false;
  statement_add(reading, SAYS_REASON, number, where, NO_VALUE);
  return true;
}

/* "For the burglary investigation": only in the sentence of the search, because in any other it says why the officer came. */
static bool case_named(struct reading *reading, guint number) {
  struct span where;
  if (!words_first(reading, W_REASON_CASE, reading_sentence(reading, number), &where, NULL)) return false;
  statement_add(reading, SAYS_REASON, number, where, NO_VALUE);
  return true;
}

/* First in the sentences of the search, then in those next to them. */
void reasons_read(struct reading *reading) {
  for (guint i = 0; i < reading->sentences->len; i++)
    if ((reading_sentence(reading, i)->used || reading_sentence(reading, i)->search) && reason_in(reading, i)) return;
  for (guint i = 0; i < reading->sentences->len; i++)
    if (reading_sentence(reading, i)->used && case_named(reading, i)) return;
  for (guint i = 0; i < reading->sentences->len; i++)
    if (beside_use(reading, i) && reason_labelled(reading, i)) return;
  for (guint i = 0; i < reading->sentences->len; i++) {
    if (!reading_sentence(reading, i)->used) continue;
    const struct sentence *next = reading_sentence(reading, i + 1);
    if (i && reason_in(reading, i - 1)) return;
    if (next && words_in(reading, W_REFERRING, next) && reason_in(reading, i + 1)) return;
  }
}
