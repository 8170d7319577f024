/* Reads that an element of the search is said not to be known or recorded: such a report tells it of nobody, however much of the
   search it tells. */
#include "analyze/narrative/readers/readers.h"

static void untold_in(struct reading *reading, enum words words, enum meaning meaning) {
  for (guint i = 0; i < reading->sentences->len; i++) {
    struct span where;
    if (!beside_use(reading, i) || !words_first(reading, words, reading_sentence(reading, i), &where, NULL)) continue;
    statement_add(reading, meaning, i, where, NO_VALUE);
    return;
  }
}

void untold_read(struct reading *reading) {
  untold_in(reading, W_SEARCHER_UNTOLD, SAYS_SEARCHER_UNTOLD);
  untold_in(reading, W_REASON_UNTOLD, SAYS_REASON_UNTOLD);
}
