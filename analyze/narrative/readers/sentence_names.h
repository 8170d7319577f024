/* Who is named in a sentence, by the shape of words. */
#pragma once
#include "analyze/narrative/readers/reading.h"

/* Who is named in a sentence: W_PERSON without words that are nobody's name. */
void persons_find(struct reading *reading, const struct sentence *sentence, struct hits *names);
