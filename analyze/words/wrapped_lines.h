/* Makes lines end where a sentence or a line of a form ends, not where the paper did. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* Replaces each line break of TEXT that is only layout by a blank. CASED: it has capitals and small letters. */
void lines_join(char *text, bool cased);
