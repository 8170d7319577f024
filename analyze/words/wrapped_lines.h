/* Lines that end where a sentence or a form's line does, not where the paper did. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* Replaces by a blank each line break of TEXT that layout put there. CASED: it has capitals and small letters. */
void lines_join(char *text, bool cased);
