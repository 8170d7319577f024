/* Reads when, according to the narrative, the search was made. */
#include "analyze/narrative/readers/readers.h"

static bool date_of_search(struct reading *reading, guint number) {
  const struct sentence *sentence = reading_sentence(reading, number);
  struct hits dates, others;
  words_all(reading, W_DATE, sentence, &dates);
  words_all(reading, W_OTHER_DATE, sentence, &others);
  for (guint i = 0; i < dates.count; i++) {
    struct span when = dates.group[i];
    if (!when.length || hit_overlaps(when, &others)) continue;
    statement_add(reading, SAYS_SEARCH_DATE, number, when, sentence_slice(sentence, when));
    return true;
  }
  return false;
}

/* "The search is dated ..." next to a use. */
static void date_beside(struct reading *reading) {
  for (guint i = 0; i < reading->sentences->len; i++) {
    const struct sentence *sentence = reading_sentence(reading, i);
    struct hits dates;
    if (!beside_use(reading, i)) continue;
    words_all(reading, W_DATED, sentence, &dates);
    if (!dates.count || !dates.group[0].length) continue;
    struct span when = dates.group[0];
    statement_add(reading, SAYS_SEARCH_DATE, i, when, sentence_slice(sentence, when));
    return;
  }
}

void search_dates_read(struct reading *reading) {
  bool dated = false;
  for (guint i = 0; i < reading->sentences->len; i++)
    if (reading_sentence(reading, i)->used) dated = date_of_search(reading, i) || dated;
  if (!dated) date_beside(reading);
}
