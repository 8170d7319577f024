/* Numbers in the agency's format. Nobody outside of this folder includes it. */
#pragma once
#include "analyze/number/citing_text.h"

/* Year, sequence and series of CITE are a number that stands in the tokens FROM to TO. */
void scan_own(struct scan *scan, struct citation cite, guint from, guint to);
