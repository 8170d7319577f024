/* Limits the reading of text that nobody writes by hand: a word of 70,000 letters, pasted base64, a sentence without an end. What
   such a narrative costs may grow with the square of its sentences; what people write costs in proportion to its length. */
#pragma once
#include <glib.h>

/* Of one run; {0} at its beginning. */
struct reading_limit {
  gsize spent;
};

/* NULL if the narrative is to be read; else a sentence that says why not. */
const char *reading_limit_refuse(struct reading_limit *budget, const char *text, gsize length);
