/* Numbers written as people write them. Nobody outside of this folder includes it. */
#pragma once
#include "analyze/number/citing_text.h"

/* Adds the numbers of the text that are in no learnt format to the letter, and that no other number has used. */
void scan_spellings(struct scan *scan);
