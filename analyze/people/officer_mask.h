/* Rewrites officers of the personnel file whom a text names with a rank, so that any pattern takes them for a rank and a name. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "include/db.h"

struct mask;
/* From the surnames in the personnel file and in the log's accounts. */
struct mask *mask_load(struct db *db);
void mask_free(struct mask *mask);

/* MASKED gets TEXT with "TFO de la Cruz" as "Det Zooooooooo", of exactly the same length; false, with MASKED unchanged, if nobody
   is named with a rank. Ranks of those who are notified rather than act (Chief, Sheriff) stay. */
bool mask_apply(const struct mask *mask, const char *text, GString *masked);

/* Whether a folded word is a masked surname. */
bool mask_word(const char *word);
