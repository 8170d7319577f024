/* Numbers written as they should be. Only this folder includes it. */
#pragma once
#include "analyze/number/citing_text.h"

/* Adds the parts of the text that are exactly in a learnt format, or as [case_numbers] pattern says. */
void scan_formats(struct scan *scan);
