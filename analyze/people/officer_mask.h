/* Officers of the personnel file where a text names them with a rank, in letters that any pattern takes for a rank and a name. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "include/db.h"

struct mask;
/* By the surnames of the personnel file and of the log's accounts. */
struct mask *mask_load(struct db *db);
void mask_free(struct mask *mask);

/* MASKED gets TEXT with "TFO de la Cruz" as "Det Zooooooooo", byte for byte as long; false, and MASKED untouched, where nobody is
   named with a rank. Ranks of those who are told rather than act (Chief, Sheriff) stay. */
bool mask_apply(const struct mask *mask, const char *text, GString *masked);

/* Whether a folded word is what a surname became. */
bool mask_word(const char *word);
