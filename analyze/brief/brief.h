/* The log once more, narrow and joined with what was made of it, for the views that rules read. */
#pragma once
#include "analyze/brief/counts.h"
#include "analyze/link/link.h"

/* Fills event_brief, linked and event_soon, and counts the rows; notes in REPORTS what the log tells of each. Reads the database
   and writes no more than these tables. */
void brief_make(struct db *db, const struct links *links, struct reports *reports, struct counts *counts);
