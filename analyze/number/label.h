/* The words and letters beside a number, folded. Nobody outside of this folder includes it. */
#pragma once
#include "analyze/number/citing_text.h"

bool label_agency(const struct numbers *numbers, const char *label); /* the agency's own, or letters of its numbers */
bool label_own(const struct numbers *numbers, const char *label); /* the same, or says only that a number follows, or nothing */

/* The letters that stand right before token AT. The caller's. */
char *label_before(const struct scan *scan, guint at);
/* The tokens FROM to TO bear another agency's label. */
bool beside_foreign(const struct scan *scan, guint from, guint to);
