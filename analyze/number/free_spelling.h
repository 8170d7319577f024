/* Numbers written as people write them. Only this folder includes it. */
#pragma once
#include "analyze/number/citing_text.h"

/* Adds the numbers of the text that are not exactly in a learnt format and that do not overlap another number. */
void scan_spellings(struct scan *scan);
