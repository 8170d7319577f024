/* The log once more, narrow and joined with what was made of it, for the views that rules read; and what is counted of it. */
#pragma once
#include "link.h"

/* Fills the tables in brief, linked_event and event_soon, and what counts.h tells of; notes in REPORTS what the log tells of
   each. */
void brief_make(struct db *db, const struct links *links, struct reports *reports);
