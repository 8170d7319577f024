/* Decides by its bytes alone whether a narrative is read, so that a run has the same result everywhere. */
#include "analyze/narrative/reading_limit.h"
#include <stdbool.h>
#include <string.h>

enum {
  NARRATIVE_MOST = 1 << 16, /* bytes: some forty pages */
  STRETCH_LONG = 1 << 12, /* bytes without an end of a sentence or a line: longer ones are counted against the budget of a run */
  LONG_MOST = 1 << 21     /* bytes in such stretches */
};

/* The number of bytes of TEXT in long stretches. */
static gsize long_bytes(const char *text, gsize length) {
  gsize sum = 0, stretch = 0;
  for (gsize i = 0; i <= length; i++) {
    bool ends = i == length || strchr(".!?\n", text[i]);
    if (!ends) stretch++;
    else sum += stretch > STRETCH_LONG ? stretch : 0, stretch = 0;
  }
  return sum;
}

const char *reading_limit_refuse(struct reading_limit *budget, const char *text, gsize length) {
  if (length > NARRATIVE_MOST) return "This narrative is longer than 65,536 bytes: read it by hand.";
  gsize costs = length > STRETCH_LONG ? long_bytes(text, length) : 0;
  if (costs > LONG_MOST - budget->spent)
    return "This narrative has no end of a sentence, as too many before it: read it by hand.";
  budget->spent += costs;
  return NULL;
}
