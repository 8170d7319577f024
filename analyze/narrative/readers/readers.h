/* The readers of a narrative, in the order in which narrative.c calls them: each makes statements of what it finds. */
#pragma once
#include "analyze/narrative/readers/reading.h"

/* Which sentences name a system, and which state or deny a use: comes first, because the others rely on it. */
void uses_read(struct reading *reading);
/* Which lines of a form belong to a search. */
void forms_read(struct reading *reading);
/* Who searched. */
void searchers_read(struct reading *reading);
/* When. */
void search_dates_read(struct reading *reading);
/* Why. */
void reasons_read(struct reading *reading);
/* What it says not to be known, or not to have been written down: who searched, why. */
void untold_read(struct reading *reading);
/* A candidate, or none. */
void results_read(struct reading *reading);
/* Confirmation and action: after the results. */
void followups_read(struct reading *reading);
/* Whether the Chief was notified, and whether before the search. */
void notices_read(struct reading *reading);
