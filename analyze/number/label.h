/* The words and letters next to a number, folded. Only this folder includes it. */
#pragma once
#include "analyze/number/citing_text.h"

bool label_agency(const struct numbers *numbers, const char *label); /* the agency's own, or letters of its numbers */
bool label_own(const struct numbers *numbers, const char *label); /* the same, or says only that a number follows, or nothing */

/* The letters right before token AT. The caller's. */
char *label_before(const struct scan *scan, guint at);
/* Whether the tokens FROM to TO have another agency's label. */
bool beside_foreign(const struct scan *scan, guint from, guint to);
