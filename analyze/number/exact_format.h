/* Numbers written as they should be. Nobody outside of this folder includes it. */
#pragma once
#include "analyze/number/citing_text.h"

/* Adds the stretches of the text that stand in a learnt format to the letter, or as [case_numbers] pattern says. */
void scan_formats(struct scan *scan);
