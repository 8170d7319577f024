/* Numbers in the agency's format. Only this folder includes it. */
#pragma once
#include "analyze/number/citing_text.h"

/* Adds CITE, whose year, sequence and series are a number in the tokens FROM to TO. */
void scan_own(struct scan *scan, struct citation cite, guint from, guint to);
